import { DomainError } from "../../errors";
import type { Order } from "../../listing";
import { readOrder } from "../list-rules";

/** `field` ascending, `-field` descending; the newest first, unless told. Throws `invalid` for an unknown field. */
export function orderOf<Field extends string>(
  order: string | undefined,
  fields: Record<string, Field>,
): Order<Field | "createdAt"> {
  if (!order) return { field: "createdAt", descending: true };
  const read = readOrder(order, fields);
  if ("unknown" in read)
    throw new DomainError("invalid", `Order field ${read.unknown} is not valid`);
  return read;
}
