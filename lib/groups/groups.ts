import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { uniqueViolation } from "../database-errors";
import { db, type Tx } from "../db";
import { DomainError, notFound, requireRight } from "../errors";
import { newId } from "../ids";
import { jsonColumn } from "../json-column";
import { mergeMetadata } from "../metadata";
import { parse } from "../parse";
import { textFault } from "../text";
import { refuseVersion } from "../version";
import { groupColumns } from "./columns";
import { type Group, groupInput, groupPatch } from "./schema";

type CreateOptions = { once?: Once };
type UpdateOptions = {
  base?: { name: string };
  /** The versions the edit may start from; any, unless told. */
  versions?: readonly number[];
  once?: Once;
};

/** The group, or null. */
export async function findGroup(actor: Actor, id: string): Promise<Group | null> {
  requireRight(actor, "read");
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
  options: CreateOptions = {},
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
 * when somebody else renamed it since it had the name of `base`, or with facts `{ version }` when it is at none of
 * `versions`.
 */
export async function updateGroup(
  actor: Actor,
  id: string,
  input: unknown,
  options: UpdateOptions = {},
): Promise<Group> {
  const { name, metadata, mergeMetadata: patch } = parse(groupPatch, input);
  const label = name === undefined ? "Edited a group" : `Renamed a group to ${name}`;
  try {
    return await change(
      actor,
      { kind: "group.update", label, once: options.once },
      async ({ tx }) => {
        if (textFault(id)) throw notFound("group", id);
        await tx.$queryRaw`select id from customer_group where id = ${id} for update`;
        const now = await find(tx, id);
        if (!now) throw notFound("group", id);
        refuseVersion("group", now, options.versions);
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
      },
    );
  } catch (error) {
    throw (await duplicateName(error, name)) ?? error;
  }
}

/**
 * Deletes a group; its members only lose the membership. True when there was one. A large group goes piece by piece,
 * so that no statement takes too long; still it is one change, all or nothing.
 */
export async function deleteGroup(
  actor: Actor,
  id: string,
  options: CreateOptions = {},
): Promise<boolean> {
  const about = {
    kind: "group.delete",
    label: "Deleted a group",
    seconds: 180,
    once: options.once,
  };
  return change(actor, about, async (open) => {
    const { tx } = open;
    if (textFault(id)) return false;
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
  >`select ${groupColumns} from customer_group g where g.id = ${id}`;
  return rows[0] ?? null;
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
