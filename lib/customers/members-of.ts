import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { requireRight } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { customerJson } from "./columns";
import type { Customer } from "./schema";

/** Group id → its customers in the order they were created, at most `most` of each group, for all these groups in one query. */
export async function listMembersOf(
  actor: Actor,
  groupIds: string[],
  most: number,
): Promise<Map<string, Customer[]>> {
  requireRight(actor, "read");
  const rows = await db().$queryRaw<{ groupId: string; customers: Customer[] }[]>`
    select g.id as "groupId", coalesce((select json_agg(m.customer) from (
      select ${customerJson} as customer ${MEMBERS} order by c.created_at, c.id limit ${most}) m), '[]') as customers
    from unnest(${groupIds}::text[]) g(id)`;
  return new Map(rows.map((row) => [row.groupId, row.customers]));
}

const MEMBERS = Prisma.sql`from customer_group_member m join customer c on c.id = m.customer_id
  where m.group_id = g.id and c.deleted_at is null`;
