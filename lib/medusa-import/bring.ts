import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import { databaseFault, foreignKeyViolation, uniqueViolation } from "../database-errors";
import type { Tx } from "../db";
import { type Here, readGroupsHere, readHere } from "./here";
import type { Ledger } from "./ledger";
import { IMPORT_KIND } from "./past";
import { count, emptyPlan, find, type Plan } from "./plan";
import { planAddresses } from "./plan-addresses";
import { planCustomers } from "./plan-customers";
import { planGroups } from "./plan-groups";
import { planMembers } from "./plan-members";
import type { SourceGroup, SourcePage } from "./source-rows";
import { writeGroups, writePlan } from "./write";

const SECONDS = 120;

/** Decides on a page without writing anything. */
export function decidePage(here: Here, page: SourcePage): Plan {
  const plan = emptyPlan();
  const live = planCustomers(plan, here, page.customers);
  noteBilling(plan, page, live);
  planAddresses(plan, here, page.addresses, live);
  planMembers(plan, here, page.members, live);
  return plan;
}

/** An address is one customer's here; the first generation lets others be billed at it too. */
function noteBilling(plan: Plan, { customers, addresses }: SourcePage, live: Set<string>): void {
  const billed = new Set(addresses.filter((a) => a.isDefaultBilling).map((a) => a.customerId));
  for (const { id, email, billingAddressId } of customers) {
    if (!billingAddressId || billed.has(id) || !live.has(id)) continue;
    const reason = `Its billing address ${billingAddressId} there is not its own; it has none here.`;
    find(plan, { entity: "customers", rowId: id, email }, "noted", reason);
  }
}

/**
 * Brings a page along in one change; where the database refuses, in smaller ones, down to the customer that it
 * refuses, who is told of.
 */
export async function bringPage(
  actor: Actor,
  label: string,
  page: SourcePage,
  ledger: Ledger,
): Promise<void> {
  const lastId = page.customers.at(-1)?.id ?? null;
  const about = { kind: IMPORT_KIND, label, seconds: SECONDS };
  const decided = (decide: (tx: Tx) => Promise<Plan> | Plan) =>
    ledger.step(lastId, () =>
      change(actor, about, async ({ tx }) => {
        const plan = await decide(tx);
        await writePlan(tx, plan);
        await ledger.keep(tx, plan, lastId);
      }),
    );
  try {
    await decided(async (tx) => decidePage(await readHere(tx, page), page));
  } catch (error) {
    if (!isAboutValues(error)) throw error;
    for (const part of halves(page)) await bringPage(actor, label, part, ledger);
    if (page.customers.length === 1) await decided(() => refusedPlan(page));
  }
}

/** Brings all groups along in one change. */
export async function bringGroups(
  actor: Actor,
  label: string,
  groups: SourceGroup[],
  ledger: Ledger,
): Promise<void> {
  const about = { kind: IMPORT_KIND, label, seconds: SECONDS };
  await ledger.step(null, () =>
    change(actor, about, async ({ tx }) => {
      const plan = planGroups(await readGroupsHere(tx, groups), groups);
      await writeGroups(tx, plan);
      await ledger.keep(tx, plan, null);
    }),
  );
}

/** Somebody took an e-mail meanwhile, or a value passed our rules and not the database's. */
function isAboutValues(error: unknown): boolean {
  if (uniqueViolation(error) || foreignKeyViolation(error)) return true;
  return databaseFault(error)?.code === "invalid";
}

function halves({ customers, addresses, members }: SourcePage): SourcePage[] {
  if (customers.length < 2) return [];
  const middle = customers.length >> 1;
  return [customers.slice(0, middle), customers.slice(middle)].map((some) => {
    const ids = new Set(some.map(({ id }) => id));
    return {
      customers: some,
      addresses: addresses.filter(({ customerId }) => ids.has(customerId)),
      members: members.filter(({ customerId }) => ids.has(customerId)),
    };
  });
}

function refusedPlan({ customers, addresses, members }: SourcePage): Plan {
  const plan = emptyPlan();
  const reason = "The database refuses a value of it or of what belongs to it.";
  for (const { id, email } of customers)
    count(plan, { entity: "customers", rowId: id, email }, "invalid", reason);
  for (const { id } of addresses)
    count(plan, { entity: "addresses", rowId: id }, "ownerless", "Its customer was not taken.");
  for (const { groupId, customerId } of members) {
    const rowId = `${groupId}/${customerId}`;
    count(plan, { entity: "memberships", rowId }, "ownerless", "Its customer was not taken.");
  }
  return plan;
}
