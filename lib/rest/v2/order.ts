import type { Order } from "../../listing";
import { readOrder } from "../list-rules";
import { invalidRequest } from "./validate";

/** `field` ascending, `-field` descending; by id, unless told. Throws `invalid` for a field that is none. */
export function orderOf<Field extends string>(
  order: string | undefined,
  fields: Record<string, Field>,
): Order<Field | "id"> {
  if (order === undefined) return { field: "id", descending: false };
  const read = readOrder(order, fields);
  if ("unknown" in read) throw invalidRequest([`Order field '${read.unknown}' is not valid`]);
  return read;
}
