import { isDeepStrictEqual } from "node:util";

/** Whether these fields are the same; metadata whatever the order of its keys. */
export function isSame<K extends PropertyKey>(
  fields: readonly K[],
  one: Record<K, unknown>,
  other: Record<K, unknown>,
): boolean {
  return fields.every((field) => isDeepStrictEqual(one[field], other[field]));
}
