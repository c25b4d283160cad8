import { isForeign } from "../auth/foreign-hash";
import { emailKey, type Here, type HereCustomer } from "./here";
import { keeper } from "./past";
import { type Counted, count, find, type Plan } from "./plan";
import { type CustomerFields, ruleCustomer } from "./rules";
import { isSame } from "./same";
import type { SourceCustomer } from "./source-rows";
import type { Outcome } from "./tally";

const FIELDS = [
  "email",
  "hasAccount",
  "firstName",
  "lastName",
  "companyName",
  "phone",
  "metadata",
  "passwordHash",
] as const;

const TAKEN = new Set<Outcome>(["new", "changed", "same"]);

/** Decides on each customer; answers the ids of those that are here afterwards, whose belongings may come too. */
export function planCustomers(plan: Plan, here: Here, customers: SourceCustomer[]): Set<string> {
  const live = new Set<string>();
  for (const source of customers) {
    const row: Counted = { entity: "customers", rowId: source.id, email: source.email };
    if (source.deletedAt !== null) {
      count(plan, row, "deleted");
      continue;
    }
    const ruled = ruleCustomer(source);
    if ("refused" in ruled) {
      count(plan, row, "invalid", ruled.refused);
      continue;
    }
    const [outcome, reason] = decide(plan, here, ruled.row);
    count(plan, row, outcome, reason);
    if (ruled.note && TAKEN.has(outcome)) find(plan, row, "noted", ruled.note);
    if (TAKEN.has(outcome) || isEdited(here, source.id)) live.add(source.id);
  }
  return live;
}

/** Left as it is here, and yet the same customer. */
function isEdited(here: Here, id: string): boolean {
  const isHere = here.customers.get(id)?.deletedAt === null;
  return isHere && Boolean(here.past.customers.get(id)?.imported);
}

function decide(plan: Plan, here: Here, row: CustomerFields): [Outcome, string?] {
  const now = here.customers.get(row.id);
  if (!now) return decideNew(plan, here, row);
  if (now.deletedAt !== null) return ["left", "It was deleted here."];
  const next = { ...row, passwordHash: passwordToKeep(now, row) };
  if (isSame(FIELDS, now, next)) return ["same"];
  const kept = keeper(here.past.customers, row.id);
  if (kept) return ["left", kept];
  const clash = clashOf(here, row);
  if (clash) return ["left", `${clash} It stays as it was.`];
  here.holders.delete(emailKey(now));
  take(here, next);
  plan.customers.changed.push(next);
  return ["changed"];
}

function decideNew(plan: Plan, here: Here, row: CustomerFields): [Outcome, string?] {
  if (here.past.customers.get(row.id)?.removed) return ["left", "It was deleted here."];
  const clash = clashOf(here, row);
  if (clash) return ["clash", clash];
  take(here, row);
  plan.customers.new.push(row);
  return ["new"];
}

function take(here: Here, row: CustomerFields): void {
  here.customers.set(row.id, { ...row, deletedAt: null });
  if (row.email !== null) here.holders.set(emailKey(row), row.id);
}

function clashOf(here: Here, row: CustomerFields): string | null {
  const holder = row.email === null ? undefined : here.holders.get(emailKey(row));
  if (holder === undefined || holder === row.id) return null;
  return `${row.hasAccount ? "An account" : "A guest"} with this e-mail is here already: ${holder}.`;
}

/** A hash that was made anew here at a sign-in is of the same password, as far as anybody can tell. */
function passwordToKeep(now: HereCustomer, row: CustomerFields): string | null {
  const isOurs = now.passwordHash !== null && !isForeign(now.passwordHash);
  return isOurs && row.hasAccount ? now.passwordHash : row.passwordHash;
}
