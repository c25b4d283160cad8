import type { Order } from "../listing";

/** No list answers with more rows at once, however many were asked for. */
export const MOST_ROWS = 1_000;

/** `field` ascending, `-field` descending, by the names of the wire; a name that is none as it was asked for. */
export function readOrder<Field extends string>(
  order: string,
  fields: Record<string, Field>,
): Order<Field> | { unknown: string } {
  const name = order.replace(/^-/, "");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field ? { field, descending: order.startsWith("-") } : { unknown: name.slice(0, 100) };
}
