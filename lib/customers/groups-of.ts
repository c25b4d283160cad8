import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { requireRight } from "../errors";
import { byGroupName } from "../groups/columns";
import type { Group } from "../groups/schema";

export type MembershipGroup = Omit<Group, "members">;

/** Customer id → the groups it is in, by name, for all these customers in one query. */
export async function listGroupsOf(
  actor: Actor,
  customerIds: string[],
): Promise<Map<string, MembershipGroup[]>> {
  requireRight(actor, "read");
  const rows = await db().$queryRaw<(MembershipGroup & { customerId: string })[]>`
    select m.customer_id as "customerId", g.id, g.name, g.metadata, g.created_by as "createdBy", g.version,
      clientele_iso(g.created_at) as "createdAt", clientele_iso(g.updated_at) as "updatedAt"
    from customer_group_member m join customer_group g on g.id = m.group_id
    where m.customer_id = any(${customerIds}) order by m.customer_id, ${byGroupName}`;
  const groups = new Map<string, MembershipGroup[]>();
  for (const { customerId, ...group } of rows)
    groups.set(customerId, [...(groups.get(customerId) ?? []), group]);
  return groups;
}
