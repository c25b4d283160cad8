import "server-only";
import type { Actor } from "../actor";
import { keepOwnSession } from "../auth/customer-sessions";
import { hashInTurn } from "../auth/customer-turns";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { db } from "../db";
import { DomainError, invalidField, notFound, requireRight } from "../errors";
import { newId } from "../ids";
import { jsonColumn } from "../json-column";
import { mergeMetadata } from "../metadata";
import { parse } from "../parse";
import { textFault } from "../text";
import { refuseVersion } from "../version";
import { replaceBilling } from "./billing-address";
import { customerSelect, toCustomer } from "./columns";
import { duplicateEmail } from "./duplicate-email";
import { customerLabel } from "./label";
import { lockCustomer } from "./lock";
import { groupsOf, replaceGroups } from "./membership";
import { mergeEdits } from "./merge-edits";
import { refuseNameless } from "./nameless";
import { maySee, rightOver } from "./own";
import type { Customer, CustomerRow, EditBase } from "./schema";
import {
  type CreateCustomer,
  createCustomerInput,
  type UpdateCustomer,
  updateCustomerInput,
} from "./write-schema";

type CreateOptions = { once?: Once };
type UpdateOptions = {
  /** The values the edit began from: a field that somebody else changed meanwhile is then a conflict. */
  base?: EditBase;
  /** Refuses the e-mail of an account, even unchanged, with the fact `{ kept: "email" }`. */
  keepAccountEmail?: boolean;
  /** The versions the edit may start from; any, unless told. */
  versions?: readonly number[];
  once?: Once;
};

/** The customer with its groups, or null when there is none (or it is deleted). */
export async function findCustomer(actor: Actor, id: string): Promise<CustomerRow | null> {
  if (textFault(id) || !maySee(actor, id)) return null;
  const row = await db().customer.findFirst({
    where: { id, deletedAt: null },
    select: customerSelect,
  });
  return row && { ...toCustomer(row), groups: await groupsOf(db(), id) };
}

/** The customer with its groups. Throws `not_found`. */
export async function getCustomer(actor: Actor, id: string): Promise<CustomerRow> {
  const customer = await findCustomer(actor, id);
  if (!customer) throw notFound("customer", id);
  return customer;
}

/** Customers (guest, account or both) that have this e-mail now; for a warning while typing, not for a decision. */
export async function findByEmail(actor: Actor, email: string): Promise<Customer[]> {
  requireRight(actor, "read");
  const rows = await db().customer.findMany({
    where: { email, deletedAt: null },
    select: customerSelect,
    orderBy: { hasAccount: "desc" },
  });
  return rows.map(toCustomer);
}

/**
 * A new customer: an account when a password is given, else a guest. A customer creates only themselves. Throws `invalid` with fields,
 * `duplicate` on `email` (facts `{ email, hasAccount, id? }`), `not_found` for an unknown group.
 */
export async function createCustomer(
  actor: Actor,
  input: unknown,
  options: CreateOptions = {},
): Promise<CustomerRow> {
  const id = actor.kind === "customer" ? actor.id : newId("cus");
  const right = rightOver(actor, id);
  requireRight(actor, right);
  const { password, groupIds, metadata, ...fields } = parse(
    createCustomerInput,
    input,
  ) as CreateCustomer;
  const hasAccount = password !== undefined;
  if (hasAccount && !fields.email)
    throw invalidField("email", "An account needs an e-mail address.");
  const passwordHash = password === undefined ? null : await hashInTurn(actor, password);
  const about = {
    kind: "customer.create",
    label: `Created ${customerLabel(fields)}`,
    right,
    once: options.once,
  };
  try {
    return await change(actor, about, async ({ tx }) => {
      const row = await tx.customer.create({
        data: {
          ...fields,
          id,
          hasAccount,
          passwordHash,
          metadata: jsonColumn(metadata),
          createdBy: actor.id,
        },
        select: customerSelect,
      });
      if (groupIds) await replaceGroups(tx, actor, row.id, groupIds);
      return { ...toCustomer(row), groups: await groupsOf(tx, row.id) };
    });
  } catch (error) {
    throw (await duplicateEmail(error, fields.email, hasAccount)) ?? error;
  }
}

/**
 * Changes what the patch names and nothing else. Throws `not_found` (of the customer, a group or the billing
 * address), `invalid` (at the desk also for the last thing to call the customer by), `duplicate` on `email`,
 * and `conflict` with theirs and mine when `base` shows that the same field was changed by somebody else,
 * or with facts `{ version }` when it is at none of `versions`.
 */
export async function updateCustomer(
  actor: Actor,
  id: string,
  input: unknown,
  options: UpdateOptions = {},
): Promise<CustomerRow> {
  const right = rightOver(actor, id);
  requireRight(actor, right);
  const {
    password,
    groupIds,
    metadata,
    mergeMetadata: patch,
    billingAddress: billing,
    ...fields
  } = parse(updateCustomerInput, input) as UpdateCustomer;
  const passwordHash = password === undefined ? undefined : await hashInTurn(actor, password);
  let hasAccount = false;
  try {
    return await change(
      actor,
      {
        kind: "customer.update",
        label: "Edited a customer",
        right,
        once: options.once,
      },
      async (open) => {
        const { tx } = open;
        const now = await lockCustomer(tx, id);
        hasAccount = now.hasAccount;
        refuseVersion("customer", now, options.versions);
        refuseEmail(now, fields.email, options.keepAccountEmail);
        const edits = mergeEdits(now, fields, options.base);
        if (actor.door === "desk") refuseNameless(now, edits);
        if (passwordHash) await keepOwnSession(tx, actor);
        const row = await tx.customer.update({
          where: { id },
          data: {
            ...edits,
            passwordHash,
            metadata: jsonColumn(patch ? mergeMetadata(now.metadata, patch) : metadata),
          },
          select: customerSelect,
        });
        if (groupIds) await replaceGroups(tx, actor, id, groupIds);
        if (billing !== undefined) await replaceBilling(tx, id, billing);
        const customer = toCustomer(row);
        open.label = `Edited ${customerLabel(customer)}`;
        return { ...customer, groups: await groupsOf(tx, id) };
      },
    );
  } catch (error) {
    throw (await duplicateEmail(error, fields.email, hasAccount)) ?? error;
  }
}

function refuseEmail(
  now: Customer,
  email: string | null | undefined,
  keepAccountEmail = false,
): void {
  if (email === undefined || !now.hasAccount) return;
  if (keepAccountEmail)
    throw new DomainError("invalid", "The e-mail of an account cannot be changed here.", {
      facts: { kept: "email" },
    });
  if (email === null) throw invalidField("email", "An account needs an e-mail address.");
}
