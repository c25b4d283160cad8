import type { Here, HereAddress } from "./here";
import { keeper } from "./past";
import { type Counted, count, find, type Plan } from "./plan";
import { type AddressFields, ruleAddress } from "./rules";
import { isSame } from "./same";
import type { SourceAddress } from "./source-rows";
import type { Outcome } from "./tally";

const FLAGS = ["isDefaultShipping", "isDefaultBilling"] as const;
const PARTS = [
  "addressName",
  "company",
  "firstName",
  "lastName",
  "address1",
  "address2",
  "city",
  "province",
  "postalCode",
  "countryCode",
  "phone",
  "metadata",
  "listed",
] as const;
const FIELDS = [...PARTS, ...FLAGS] as const;

type Fate = { outcome: "deleted" | "ownerless" | "invalid" | "left"; reason?: string };

/** Decides on each address; of all addresses of a customer, here and there, each default is one. */
export function planAddresses(
  plan: Plan,
  here: Here,
  addresses: SourceAddress[],
  liveCustomers: Set<string>,
): void {
  const ours: AddressFields[] = [];
  for (const source of addresses) {
    const fate = fateOf(here, source, liveCustomers);
    if ("row" in fate) ours.push(fate.row);
    else count(plan, counted(source), fate.outcome, fate.reason);
  }
  const defaults = defaultsHere(here, new Set(ours.map(({ id }) => id)));
  for (const row of ours) {
    for (const flag of FLAGS) if (row[flag]) row[flag] = takeDefault(plan, defaults, row, flag);
    count(plan, counted(row), write(plan, here, row));
  }
}

/** The row when it is to be as it is there, else what becomes of it. */
function fateOf(
  here: Here,
  source: SourceAddress,
  live: Set<string>,
): { row: AddressFields } | Fate {
  if (source.deletedAt !== null) return { outcome: "deleted" };
  if (!live.has(source.customerId))
    return { outcome: "ownerless", reason: `Its customer ${source.customerId} was not taken.` };
  const ruled = ruleAddress(source);
  if ("refused" in ruled) return { outcome: "invalid", reason: ruled.refused };
  const now = here.addresses.get(source.id);
  if (now ? now.deletedAt !== null : here.past.addresses.get(source.id)?.removed)
    return { outcome: "left", reason: "It was deleted here." };
  if (!now || isSame(FIELDS, now, ruled.row)) return ruled;
  const kept = keeper(here.past.addresses, source.id);
  if (kept) return { outcome: "left", reason: kept };
  if (now.customerId === source.customerId) return ruled;
  return { outcome: "left", reason: `It belongs to the customer ${now.customerId} here.` };
}

/** Customer and flag → the address that is it, of those that this import does not decide on. */
function defaultsHere(here: Here, decided: Set<string>): Map<string, string> {
  const defaults = new Map<string, string>();
  for (const address of here.addresses.values())
    if (address.deletedAt === null && !decided.has(address.id))
      for (const flag of FLAGS)
        if (address[flag]) defaults.set(defaultKey(address, flag), address.id);
  return defaults;
}

function takeDefault(
  plan: Plan,
  defaults: Map<string, string>,
  row: AddressFields,
  flag: (typeof FLAGS)[number],
): boolean {
  const holder = defaults.get(defaultKey(row, flag));
  if (holder === undefined) {
    defaults.set(defaultKey(row, flag), row.id);
    return true;
  }
  const what = flag === "isDefaultBilling" ? "billing" : "shipping";
  find(plan, counted(row), "noted", `${holder} stays the default for ${what} here.`);
  return false;
}

function write(plan: Plan, here: Here, row: AddressFields): Outcome {
  const now = here.addresses.get(row.id);
  if (now && isSame(FIELDS, now, row)) return "same";
  plan.addresses[now ? "changed" : "new"].push(row);
  if (now && FLAGS.some((flag) => now[flag] && !row[flag])) plan.addresses.cleared.push(row.id);
  return now ? "changed" : "new";
}

function counted({ id }: { id: string }): Counted {
  return { entity: "addresses", rowId: id };
}

function defaultKey({ customerId }: Pick<HereAddress, "customerId">, flag: string): string {
  return `${customerId} ${flag}`;
}
