import type { GroupRef } from "@/lib/customers/schema";
import type { GroupSearch } from "./use-group-search";

/** A group that is there, or the offer to make one with the typed name. */
export type Option = GroupRef & { isNew?: true };

export function isNew(option: Option): boolean {
  return option.isNew === true;
}

/**
 * What the list offers: the chosen ones that match stay in it, so that they can be taken out; the offer to create
 * comes last and only when no group found has that very name.
 */
export function optionsFor(
  { found, state }: GroupSearch,
  chosen: GroupRef[],
  typed: string,
): Option[] {
  const name = typed.trim();
  const missing = chosen.filter((group) => !found.some(({ id }) => id === group.id));
  const options: Option[] = name ? [...found] : [...found, ...missing];
  const isThere =
    options.some((group) => same(group.name, name)) ||
    missing.some((group) => same(group.name, name));
  if (name && state === "done" && !isThere) options.push({ id: `new:${name}`, name, isNew: true });
  return options;
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b, "en", { sensitivity: "accent" }) === 0;
}
