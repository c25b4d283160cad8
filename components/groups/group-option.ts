import type { GroupRef } from "@/lib/customers/schema";

/** A group that is there, or the offer to make one with the typed name. */
export type Option = GroupRef & { isNew?: true };

/** What the list offers: the very name first, and the offer to create it last, only when no group has it. */
export function optionsFor(found: GroupRef[], name: string): Option[] {
  if (!name) return found;
  const exact = found.filter((group) => isSame(group.name, name));
  const others = found.filter((group) => !isSame(group.name, name));
  if (exact.length > 0) return [...exact, ...others];
  return [...others, { id: `new:${name}`, name, isNew: true }];
}

/**
 * Where an arrow key leads. The first ArrowDown takes the first option, which Enter alone would take too (`moved` is
 * null), so that the offer to create is reached by going past every group that was found, and not by a held key.
 */
export function placeAfter(
  options: Option[],
  moved: number | null,
  by: 1 | -1,
  isHeld: boolean,
): number {
  const count = options.length;
  if (moved === null) return by > 0 ? 0 : count - 1;
  const next = (moved + by + count) % count;
  return isHeld && options[next]?.isNew ? moved : next;
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, "en", { sensitivity: "accent" }) === 0;
}
