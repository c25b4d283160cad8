import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import type { Tx } from "../db";
import { notFound } from "../errors";
import { byGroupName } from "../groups/columns";
import { textFault } from "../text";
import { customerLabel, labelSelect } from "./label";
import type { GroupRef } from "./schema";

/** Groups to be put into and taken out of, or customers, by id. */
export type MembershipChange = { add?: string[]; remove?: string[] };

/** The groups a customer is in, by name. */
export async function groupsOf(tx: Tx, customerId: string): Promise<GroupRef[]> {
  return tx.$queryRaw<GroupRef[]>`
    select g.id, g.name from customer_group_member m join customer_group g on g.id = m.group_id
    where m.customer_id = ${customerId} order by ${byGroupName}`;
}

/**
 * Makes these the only groups of the customer, whose row this transaction holds already.
 * Throws `not_found` naming the first unknown group.
 */
export async function replaceGroups(
  tx: Tx,
  actor: Actor,
  customerId: string,
  groupIds: string[],
): Promise<void> {
  await holdGroups(tx, groupIds);
  await tx.$executeRaw`
    delete from customer_group_member where customer_id = ${customerId} and group_id <> all(${storable(groupIds)})`;
  await insertMembers(tx, actor, [customerId], groupIds);
}

/**
 * Puts customers into and takes them out of one group, all or nothing; answers how many it really did.
 * Throws `not_found` for the group, or with facts `{ noun: "customer", ids }` for customers that do not exist.
 */
export async function changeMembers(
  actor: Actor,
  groupId: string,
  { add = [], remove = [] }: MembershipChange,
  options: { once?: Once } = {},
): Promise<{ added: number; removed: number }> {
  const label = "Changed the members of a group";
  const about = { kind: "group.members", label, once: options.once };
  return change(actor, about, async (open) => {
    const { tx } = open;
    await findGroupName(tx, groupId);
    refuseUnknown(add, await holdCustomers(tx, [...add, ...remove]));
    await holdGroups(tx, [groupId]);
    const added = await insertMembers(tx, actor, add, [groupId]);
    const removed = await tx.$executeRaw`
      delete from customer_group_member where group_id = ${groupId} and customer_id = any(${storable(remove)})`;
    open.label = membersLabel(await findGroupName(tx, groupId), added, removed);
    return { added, removed };
  });
}

/** Puts one customer into groups and takes it out of others, all or nothing. Throws `not_found` for what is unknown. */
export async function changeGroups(
  actor: Actor,
  customerId: string,
  { add = [], remove = [] }: MembershipChange,
  options: { once?: Once } = {},
): Promise<GroupRef[]> {
  const label = "Changed the groups of a customer";
  const about = { kind: "customer.groups", label, once: options.once };
  return change(actor, about, async (open) => {
    const { tx } = open;
    refuseUnknown([customerId], await holdCustomers(tx, [customerId]));
    await holdGroups(tx, add);
    await insertMembers(tx, actor, [customerId], add);
    await tx.$executeRaw`
      delete from customer_group_member where customer_id = ${customerId} and group_id = any(${storable(remove)})`;
    const customer = await tx.customer.findUniqueOrThrow({
      where: { id: customerId },
      select: labelSelect,
    });
    open.label = `Changed the groups of ${customerLabel(customer)}`;
    return groupsOf(tx, customerId);
  });
}

/**
 * Holds the live customers among these, in id order; answers their ids. Whoever changes a membership holds its
 * customer first, then the group: so two such writes never wait for each other in a circle.
 */
async function holdCustomers(tx: Tx, ids: string[]): Promise<Set<string>> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from customer where id = any(${storable(ids)}) and deleted_at is null order by id for no key update`;
  return new Set(held.map((row) => row.id));
}

/** Holds the groups, in id order, against being deleted before this is written. Throws `not_found` for an unknown one. */
async function holdGroups(tx: Tx, ids: string[]): Promise<void> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from customer_group where id = any(${storable(ids)}) order by id for key share`;
  const known = new Set(held.map((row) => row.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw notFound("group", unknown);
}

/** Each customer into each group; being in already is fine. Answers how many are new. */
async function insertMembers(
  tx: Tx,
  actor: Actor,
  customerIds: string[],
  groupIds: string[],
): Promise<number> {
  return tx.$executeRaw`
    insert into customer_group_member (group_id, customer_id, created_by)
    select g, c, ${actor.id} from unnest(${customerIds}::text[]) c cross join unnest(${groupIds}::text[]) g
    on conflict do nothing`;
}

/** Ids with characters that PostgreSQL cannot hold are nobody's. */
function storable(ids: string[]): string[] {
  return ids.filter((id) => !textFault(id));
}

async function findGroupName(tx: Tx, id: string): Promise<string> {
  if (textFault(id)) throw notFound("group", id);
  const group = await tx.customerGroup.findUnique({ where: { id }, select: { name: true } });
  if (!group) throw notFound("group", id);
  return group.name;
}

function refuseUnknown(wanted: string[], known: Set<string>): void {
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const error = notFound("customer", unknown.join(", "));
  Object.assign(error.facts ?? {}, { ids: unknown });
  throw error;
}

function membersLabel(name: string, added: number, removed: number): string {
  const parts = [added ? `added ${added}` : "", removed ? `removed ${removed}` : ""];
  return `Group ${name}: ${parts.filter(Boolean).join(", ") || "nothing changed"}`;
}
