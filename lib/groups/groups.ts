import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { uniqueViolation } from "../database-errors";
import { db, type Tx } from "../db";
import { DomainError, invalidField, notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { newId } from "../ids";
import { jsonColumn } from "../json-column";
import type { DateRange, Order } from "../listing";
import { mergeMetadata } from "../metadata";
import { parse } from "../parse";
import { textFault } from "../text";
import { type Group, groupInput, groupPatch } from "./schema";

export type GroupQuery = {
  q?: string;
  ids?: string[];
  names?: string[];
  created?: DateRange;
  order: Order<"name" | "createdAt" | "updatedAt" | "members" | "id">;
  limit: number;
  offset: number;
};
export type GroupPage = { groups: Group[]; count: number; offset: number; limit: number };

const ORDER: Record<GroupQuery["order"]["field"], Prisma.Sql> = {
  name: Prisma.sql`clientele_fold(g.name)`,
  createdAt: Prisma.sql`g.created_at`,
  updatedAt: Prisma.sql`g.updated_at`,
  members: Prisma.sql`members`,
  id: Prisma.sql`g.id`,
};

/** Live members: all memberships from the index alone, less those of the few customers that are deleted. */
const MEMBERS = Prisma.sql`((select count(*) from customer_group_member m where m.group_id = g.id)
  - (select count(*) from customer d join customer_group_member m on m.customer_id = d.id and m.group_id = g.id
     where d.deleted_at is not null))::int`;

const COLUMNS = Prisma.sql`g.id, g.name, g.metadata, g.created_by as "createdBy", g.version,
  clientele_iso(g.created_at) as "createdAt", clientele_iso(g.updated_at) as "updatedAt",
  ${MEMBERS} as members`;

/** One page of groups with their member counts, and the number of all that match. */
export async function listGroups(_actor: Actor, query: GroupQuery): Promise<GroupPage> {
  const where = condition(query);
  const way = query.order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const [groups, counted] = await Promise.all([
    db().$queryRaw<Group[]>`select ${COLUMNS} from customer_group g where ${where}
      order by ${ORDER[query.order.field]} ${way}, g.id limit ${query.limit} offset ${query.offset}`,
    db().$queryRaw<{ n: number }[]>`select count(*)::int as n from customer_group g where ${where}`,
  ]);
  return { groups, count: counted[0]?.n ?? 0, offset: query.offset, limit: query.limit };
}

/** Every group's id and name, by name: for pickers and filters. */
export async function groupNames(_actor: Actor): Promise<{ id: string; name: string }[]> {
  return db()
    .$queryRaw`select id, name from customer_group order by clientele_fold(name), id limit 2000`;
}

/** The first groups by name whose name holds `q`, case and accents aside; all for "". For pickers. */
export async function findGroupNames(
  _actor: Actor,
  q: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return db().$queryRaw`select g.id, g.name from customer_group g where ${nameContains(q.trim())}
    order by clientele_fold(g.name), g.id limit ${limit}`;
}

/** The group, or null. */
export async function findGroup(_actor: Actor, id: string): Promise<Group | null> {
  return find(db(), id);
}

/** The group. Throws `not_found`. */
export async function getGroup(actor: Actor, id: string): Promise<Group> {
  const group = await findGroup(actor, id);
  if (!group) throw notFound("group", id);
  return group;
}

/** A new group. Throws `invalid`, and `duplicate` on `name`. */
export async function createGroup(
  actor: Actor,
  input: unknown,
  options: { once?: Once } = {},
): Promise<Group> {
  const { name, metadata } = parse(groupInput, input);
  const about = { kind: "group.create", label: `Created the group ${name}`, once: options.once };
  try {
    return await change(actor, about, async ({ tx }) => {
      const { id } = await tx.customerGroup.create({
        data: { id: newId("cgrp"), name, metadata: jsonColumn(metadata), createdBy: actor.id },
        select: { id: true },
      });
      return (await find(tx, id)) as Group;
    });
  } catch (error) {
    throw (await duplicateName(error, name)) ?? error;
  }
}

/**
 * Renames a group or changes its metadata. Throws `not_found`, `invalid`, `duplicate` on `name`, and `conflict`
 * when somebody else renamed it since it had the name of `base`.
 */
export async function updateGroup(
  actor: Actor,
  id: string,
  input: unknown,
  options: { base?: { name: string } } = {},
): Promise<Group> {
  const { name, metadata, mergeMetadata: patch } = parse(groupPatch, input);
  const label = name === undefined ? "Edited a group" : `Renamed a group to ${name}`;
  try {
    return await change(actor, { kind: "group.update", label }, async ({ tx }) => {
      await tx.$queryRaw`select id from customer_group where id = ${id} for update`;
      const now = await find(tx, id);
      if (!now) throw notFound("group", id);
      refuseConflict(now.name, name, options.base?.name);
      await tx.customerGroup.update({
        where: { id },
        data: {
          name,
          metadata: jsonColumn(patch ? mergeMetadata(now.metadata, patch) : metadata),
        },
        select: { id: true },
      });
      return (await find(tx, id)) as Group;
    });
  } catch (error) {
    throw (await duplicateName(error, name)) ?? error;
  }
}

/**
 * Deletes a group; its members only lose the membership. True when there was one. A large group goes piece by piece,
 * so that no statement takes too long; still it is one change, all or nothing.
 */
export async function deleteGroup(actor: Actor, id: string): Promise<boolean> {
  const about = { kind: "group.delete", label: "Deleted a group", seconds: 180 };
  return change(actor, about, async (open) => {
    const { tx } = open;
    const [group] = await tx.$queryRaw<
      { name: string }[]
    >`select name from customer_group where id = ${id} for update`;
    if (!group) return false;
    open.label = `Deleted the group ${group.name}`;
    while ((await deleteSomeMembers(tx, id)) > 0);
    await tx.customerGroup.delete({ where: { id }, select: { id: true } });
    return true;
  });
}

async function deleteSomeMembers(tx: Tx, groupId: string): Promise<number> {
  return tx.$executeRaw`delete from customer_group_member where group_id = ${groupId} and customer_id in
    (select customer_id from customer_group_member where group_id = ${groupId} order by customer_id limit 5000)`;
}

async function find(tx: Tx, id: string): Promise<Group | null> {
  if (textFault(id)) return null;
  const rows = await tx.$queryRaw<
    Group[]
  >`select ${COLUMNS} from customer_group g where g.id = ${id}`;
  return rows[0] ?? null;
}

function condition(query: GroupQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (query.q) all.push(nameContains(query.q.trim()));
  if (query.ids) all.push(Prisma.sql`g.id = any(${query.ids})`);
  if (query.names) all.push(Prisma.sql`g.name = any(${query.names})`);
  const { gt, gte, lt, lte } = query.created ?? {};
  if (gt) all.push(Prisma.sql`g.created_at > ${gt}::timestamptz`);
  if (gte) all.push(Prisma.sql`g.created_at >= ${gte}::timestamptz`);
  if (lt) all.push(Prisma.sql`g.created_at < ${lt}::timestamptz`);
  if (lte) all.push(Prisma.sql`g.created_at <= ${lte}::timestamptz`);
  return Prisma.join(all, " and ");
}

/** Case and accents aside. Escaped after folding, which turns a wide percent sign into a wildcard. */
function nameContains(q: string): Prisma.Sql {
  const fault = textFault(q);
  if (fault) throw invalidField("q", fault);
  return Prisma.sql`clientele_fold(g.name) like
    '%' || regexp_replace(clientele_fold(${q}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}

function refuseConflict(theirs: string, mine?: string, was?: string): void {
  if (mine === undefined || was === undefined || theirs === was || theirs === mine) return;
  throw new DomainError("conflict", "Somebody else renamed this group meanwhile.", {
    conflict: [{ field: "name", was, theirs, mine }],
  });
}

async function duplicateName(error: unknown, name?: string): Promise<DomainError | null> {
  if (!uniqueViolation(error)) return null;
  const message = "Another group already has this name.";
  const taken =
    name && (await db().customerGroup.findUnique({ where: { name }, select: { id: true } }));
  return new DomainError("duplicate", message, {
    fields: { name: message },
    facts: { noun: "group", name, id: taken ? taken.id : undefined, label: name },
    cause: error,
  });
}
