import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import { foreignKeyViolation } from "../database-errors";
import type { Tx } from "../db";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { GroupRef } from "./schema";

/** The groups a customer is in, by name. */
export async function groupsOf(tx: Tx, customerId: string): Promise<GroupRef[]> {
  return tx.$queryRaw<GroupRef[]>`
    select g.id, g.name from customer_group_member m join customer_group g on g.id = m.group_id
    where m.customer_id = ${customerId} order by lower(g.name), g.id`;
}

/** Makes these the only groups of the customer. Throws `not_found` naming the first unknown group. */
export async function replaceGroups(
  tx: Tx,
  actor: Actor,
  customerId: string,
  groupIds: string[],
): Promise<void> {
  await tx.customerGroupMember.deleteMany({ where: { customerId, groupId: { notIn: groupIds } } });
  await addToGroups(tx, actor, [customerId], groupIds);
}

/** Adds each customer to each group; being in already is fine. Throws `not_found` naming what is unknown. */
export async function addToGroups(
  tx: Tx,
  actor: Actor,
  customerIds: string[],
  groupIds: string[],
): Promise<void> {
  const known = new Set(
    (
      await tx.customerGroup.findMany({ where: { id: { in: groupIds } }, select: { id: true } })
    ).map((g) => g.id),
  );
  const unknown = groupIds.find((id) => !known.has(id));
  if (unknown !== undefined) throw notFound("group", unknown);
  const pairs = groupIds.flatMap((groupId) =>
    customerIds.map((customerId) => ({ groupId, customerId, createdBy: actor.id })),
  );
  await tx.customerGroupMember.createMany({ data: pairs, skipDuplicates: true });
}

/**
 * Puts customers into and takes them out of one group, all or nothing. Throws `not_found` for the group,
 * or with facts `{ noun: "customer", ids }` for customers that do not exist.
 */
export async function changeMembers(
  actor: Actor,
  groupId: string,
  members: { add?: string[]; remove?: string[] },
): Promise<void> {
  const add = [...new Set(members.add ?? [])].sort();
  const remove = [...new Set(members.remove ?? [])].sort();
  try {
    await change(
      actor,
      { kind: "group.members", label: "Changed the members of a group" },
      async (open) => {
        const { tx } = open;
        const group = await tx.customerGroup.findUnique({
          where: { id: groupId },
          select: { name: true },
        });
        if (!group) throw notFound("group", groupId);
        await refuseUnknown(tx, add);
        await addToGroups(tx, actor, add, [groupId]);
        await tx.customerGroupMember.deleteMany({ where: { groupId, customerId: { in: remove } } });
        open.label = membersLabel(group.name, add, remove);
      },
    );
  } catch (error) {
    throw foreignKeyViolation(error) ? notFound("group", groupId) : error;
  }
}

/** Puts one customer into groups and takes it out of others, all or nothing. Throws `not_found` for what is unknown. */
export async function changeGroups(
  actor: Actor,
  customerId: string,
  groups: { add?: string[]; remove?: string[] },
): Promise<GroupRef[]> {
  return change(
    actor,
    { kind: "customer.groups", label: "Changed the groups of a customer" },
    async ({ tx }) => {
      await refuseUnknown(tx, [customerId]);
      await addToGroups(tx, actor, [customerId], groups.add ?? []);
      await tx.customerGroupMember.deleteMany({
        where: { customerId, groupId: { in: groups.remove ?? [] } },
      });
      return groupsOf(tx, customerId);
    },
  );
}

/** Locks the customers in id order, so that two such writes cannot wait for each other in a circle. */
async function refuseUnknown(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from customer where id = any(${ids}) and deleted_at is null order by id for key share`);
  const known = new Set(found.map((row) => row.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const error = notFound("customer", unknown.join(", "));
  Object.assign(error.facts ?? {}, { ids: unknown });
  throw error;
}

function membersLabel(name: string, add: string[], remove: string[]): string {
  const parts = [
    add.length ? `added ${add.length}` : "",
    remove.length ? `removed ${remove.length}` : "",
  ].filter(Boolean);
  return `Group ${name}: ${parts.join(", ") || "nothing changed"}`;
}
