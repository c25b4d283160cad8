import type { Order } from "../../listing";
import { invalidRequest } from "./validate";

/** `field` ascending, `-field` descending; by id, unless told. Throws `invalid` for a field that is none. */
export function orderOf<Field extends string>(
  order: string | undefined,
  fields: Record<string, Field>,
): Order<Field | "id"> {
  if (order === undefined) return { field: "id", descending: false };
  const name = order.replace(/^-/, "");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw invalidRequest([`Order field '${name.slice(0, 100)}' is not valid`]);
  return { field, descending: order.startsWith("-") };
}
