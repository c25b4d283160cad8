import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import type { Address } from "./address-schema";

/** Every address of these customers in one query, in the order they were added. */
export async function listAddresses(_actor: Actor, customerIds: string[]): Promise<Address[]> {
  return db().$queryRaw<Address[]>`
    select a.id, a.customer_id as "customerId", a.address_name as "addressName", a.company,
      a.first_name as "firstName", a.last_name as "lastName", a.address_1 as "address1", a.address_2 as "address2",
      a.city, a.province, a.postal_code as "postalCode", a.country_code as "countryCode", a.phone, a.metadata,
      a.is_default_shipping as "isDefaultShipping", a.is_default_billing as "isDefaultBilling", a.listed,
      clientele_iso(a.created_at) as "createdAt", clientele_iso(a.updated_at) as "updatedAt"
    from customer_address a where a.customer_id = any(${customerIds}) and a.deleted_at is null
    order by a.customer_id, a.created_at, a.id`;
}

/** Customer id → id of its billing address, for those of these customers that have one. */
export async function billingAddressIds(
  _actor: Actor,
  customerIds: string[],
): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ customerId: string; id: string }[]>`
    select customer_id as "customerId", id from customer_address
    where customer_id = any(${customerIds}) and is_default_billing and deleted_at is null`;
  return new Map(rows.map((row) => [row.customerId, row.id]));
}
