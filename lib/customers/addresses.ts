import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { textFault } from "../text";
import { addressColumns } from "./address-columns";
import type { Address } from "./address-schema";
import { maySee } from "./own";

/** Every address of these customers in one query, in the order they were added. */
export async function listAddresses(actor: Actor, customerIds: string[]): Promise<Address[]> {
  const ids = customerIds.filter((id) => maySee(actor, id));
  return db().$queryRaw<Address[]>`
    select ${addressColumns} from customer_address a
    where a.customer_id = any(${ids}) and a.deleted_at is null
    order by a.customer_id, a.created_at, a.id`;
}

/** One address of one customer, or null: also when it is another customer's. */
export async function findAddress(
  actor: Actor,
  customerId: string,
  id: string,
): Promise<Address | null> {
  if (textFault(customerId) || textFault(id) || !maySee(actor, customerId)) return null;
  const [address] = await db().$queryRaw<Address[]>`
    select ${addressColumns} from customer_address a
    where a.id = ${id} and a.customer_id = ${customerId} and a.deleted_at is null`;
  return address ?? null;
}

/** Customer id → id of its billing address, for those of these customers that have one. */
export async function billingAddressIds(
  actor: Actor,
  customerIds: string[],
): Promise<Map<string, string>> {
  const ids = customerIds.filter((id) => maySee(actor, id));
  const rows = await db().$queryRaw<{ customerId: string; id: string }[]>`
    select customer_id as "customerId", id from customer_address
    where customer_id = any(${ids}) and is_default_billing and deleted_at is null`;
  return new Map(rows.map((row) => [row.customerId, row.id]));
}
