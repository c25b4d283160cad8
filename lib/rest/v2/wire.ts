import { z } from "zod";
import type { Address } from "../../customers/address-schema";
import type { Customer } from "../../customers/schema";
import type { Group } from "../../groups/schema";
import { freeData, moment } from "../shapes";
import { userIdWire } from "./user-id";

const text = z.string().nullable();

/** The customer: these 12 keys, unless `fields` asks otherwise. */
export const customerShape = z
  .strictObject({
    id: z.string(),
    company_name: text,
    first_name: text,
    last_name: text,
    email: text,
    phone: text,
    metadata: freeData,
    has_account: z.boolean(),
    created_by: text,
    created_at: moment,
    updated_at: moment,
    deleted_at: moment.nullable(),
  })
  .meta({ id: "Customer" });

/** The address: of these 19 keys the last three only when they are asked for, or inside a customer. */
export const addressShape = z
  .strictObject({
    id: z.string(),
    address_name: text,
    company: text,
    customer_id: z.string(),
    first_name: text,
    last_name: text,
    address_1: text,
    address_2: text,
    city: text,
    province: text,
    postal_code: text,
    country_code: text,
    phone: text,
    metadata: freeData,
    created_at: moment,
    updated_at: moment,
    is_default_shipping: z.boolean(),
    is_default_billing: z.boolean(),
    deleted_at: z.null(),
  })
  .meta({ id: "CustomerAddress" });

export const groupShape = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    created_by: text,
    created_at: moment,
    updated_at: moment,
    deleted_at: z.null(),
    metadata: freeData,
  })
  .meta({ id: "CustomerGroup" });

export function customerWire(customer: Customer): z.output<typeof customerShape> {
  return {
    id: customer.id,
    company_name: customer.companyName,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    metadata: customer.metadata,
    has_account: customer.hasAccount,
    created_by: customer.createdBy && userIdWire(customer.createdBy),
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    deleted_at: customer.deletedAt,
  };
}

export function addressWire(address: Address): z.output<typeof addressShape> {
  return {
    id: address.id,
    address_name: address.addressName,
    company: address.company,
    customer_id: address.customerId,
    first_name: address.firstName,
    last_name: address.lastName,
    address_1: address.address1,
    address_2: address.address2,
    city: address.city,
    province: address.province,
    postal_code: address.postalCode,
    country_code: address.countryCode,
    phone: address.phone,
    metadata: address.metadata,
    created_at: address.createdAt,
    updated_at: address.updatedAt,
    is_default_shipping: address.isDefaultShipping,
    is_default_billing: address.isDefaultBilling,
    deleted_at: null,
  };
}

export function groupWire(group: Omit<Group, "members">): z.output<typeof groupShape> {
  return {
    id: group.id,
    name: group.name,
    created_by: group.createdBy && userIdWire(group.createdBy),
    created_at: group.createdAt,
    updated_at: group.updatedAt,
    deleted_at: null,
    metadata: group.metadata,
  };
}
