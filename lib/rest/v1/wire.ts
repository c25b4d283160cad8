import { z } from "zod";
import type { Address } from "../../customers/address-schema";
import type { MembershipGroup } from "../../customers/groups-of";
import type { Customer } from "../../customers/schema";
import type { Account } from "../../team/account";
import { freeData, moment } from "../shapes";

const text = z.string().nullable();
const record = {
  id: z.string(),
  created_at: moment,
  updated_at: moment,
  deleted_at: moment.nullable(),
};

/** The bare customer: these 11 keys and no others. */
export const customerShape = z
  .strictObject({
    ...record,
    email: text,
    first_name: text,
    last_name: text,
    billing_address_id: text,
    phone: text,
    has_account: z.boolean(),
    metadata: freeData,
  })
  .meta({ id: "Customer" });

export const addressShape = z
  .strictObject({
    ...record,
    customer_id: text,
    company: text,
    first_name: text,
    last_name: text,
    address_1: text,
    address_2: text,
    city: text,
    country_code: text,
    province: text,
    postal_code: text,
    phone: text,
    metadata: freeData,
  })
  .meta({ id: "Address" });

export const groupShape = z
  .strictObject({ ...record, name: z.string(), metadata: freeData })
  .meta({ id: "CustomerGroup" });

export const userShape = z
  .strictObject({
    ...record,
    role: z.enum(["admin", "member"]),
    email: z.string(),
    first_name: text,
    last_name: text,
    api_token: z.null(),
    metadata: freeData,
  })
  .meta({ id: "User" });

export function customerWire(
  customer: Customer,
  billingAddressId: string | null,
): z.output<typeof customerShape> {
  return {
    id: customer.id,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    deleted_at: customer.deletedAt,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    billing_address_id: billingAddressId,
    phone: customer.phone,
    has_account: customer.hasAccount,
    metadata: customer.metadata,
  };
}

/** An address outside the customer's list, which v1 knows as a billing address only, belongs to nobody on the wire. */
export function addressWire(address: Address): z.output<typeof addressShape> {
  return {
    id: address.id,
    created_at: address.createdAt,
    updated_at: address.updatedAt,
    deleted_at: null,
    customer_id: address.listed ? address.customerId : null,
    company: address.company,
    first_name: address.firstName,
    last_name: address.lastName,
    address_1: address.address1,
    address_2: address.address2,
    city: address.city,
    country_code: address.countryCode,
    province: address.province,
    postal_code: address.postalCode,
    phone: address.phone,
    metadata: address.metadata,
  };
}

export function groupWire(group: MembershipGroup): z.output<typeof groupShape> {
  return {
    id: group.id,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
    deleted_at: null,
    name: group.name,
    metadata: group.metadata,
  };
}

const USER_ROLE = { owner: "admin", admin: "admin", viewer: "member" } as const;

export function userWire(account: Account): z.output<typeof userShape> {
  return {
    id: account.id,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
    deleted_at: null,
    role: USER_ROLE[account.role],
    email: account.email,
    first_name: account.firstName,
    last_name: account.lastName,
    api_token: null,
    metadata: account.metadata,
  };
}
