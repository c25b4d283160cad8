import { DomainError } from "../../errors";

/** Relation → what may be expanded below it. */
export type Relations = Record<string, RegExp>;

/** Relations to answer with: the names of `expand`, nested ones with dots. */
export type Expand = ReadonlySet<string>;

/** What `expand` names, or the default when it is absent or empty. Throws `invalid` for an unknown relation. */
export function expandOf(
  expand: string | null | undefined,
  standard: readonly string[],
  relations: Relations,
): Expand {
  const names = expand ? expand.split(",").filter(Boolean) : standard;
  const unknown = names.filter((name) => !isRelation(name, relations));
  if (unknown.length > 0)
    throw new DomainError("invalid", `Relations [${unknown.join(", ")}] are not valid`);
  return new Set(names.flatMap((name) => [name, name.split(".")[0] ?? name]));
}

function isRelation(name: string, relations: Relations): boolean {
  const [relation = "", ...below] = name.split(".");
  if (!Object.hasOwn(relations, relation)) return false;
  return below.length === 0 || (relations[relation]?.test(below.join(".")) ?? false);
}
