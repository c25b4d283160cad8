import "server-only";
import type { Tx } from "../db";
import { notFound } from "../errors";
import { textFault } from "../text";
import { customerJson } from "./columns";
import type { Customer } from "./schema";

/** Holds a customer's row for this transaction and answers it as it is now. Throws `not_found`. */
export async function lockCustomer(tx: Tx, id: string): Promise<Customer> {
  if (textFault(id)) throw notFound("customer", id);
  const [row] = await tx.$queryRaw<{ customer: Customer }[]>`
    select ${customerJson} as customer from customer c where c.id = ${id} and c.deleted_at is null for update`;
  if (!row) throw notFound("customer", id);
  return row.customer;
}
