import { DomainError } from "../../errors";

/** Relation → what may be expanded below it. Orders are not kept here, so their parts are always none. */
const RELATIONS: Record<string, RegExp> = {
  orders: /^[a-z_.]+$/,
  shipping_addresses: /^country$/,
  billing_address: /^country$/,
  groups: /^price_lists$/,
};

/** Relations to answer with: the names of `expand`, nested ones with dots. */
export type Expand = ReadonlySet<string>;

/** What `expand` names, or the default when it is absent or empty. Throws `invalid` for an unknown relation. */
export function expandOf(expand: string | null | undefined, standard: readonly string[]): Expand {
  const names = expand ? expand.split(",").filter(Boolean) : standard;
  const unknown = names.filter((name) => !isRelation(name));
  if (unknown.length > 0)
    throw new DomainError("invalid", `Relations [${unknown.join(", ")}] are not valid`);
  return new Set(names.flatMap((name) => [name, name.split(".")[0] ?? name]));
}

function isRelation(name: string): boolean {
  const [relation = "", ...below] = name.split(".");
  if (!Object.hasOwn(RELATIONS, relation)) return false;
  return below.length === 0 || (RELATIONS[relation]?.test(below.join(".")) ?? false);
}
