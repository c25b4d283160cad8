import { DomainError } from "../../errors";
import type { Order } from "../../listing";

/** `field` ascending, `-field` descending; the newest first, unless told. Throws `invalid` for an unknown field. */
export function orderOf<Field extends string>(
  order: string | undefined,
  fields: Record<string, Field>,
): Order<Field | "createdAt"> {
  if (!order) return { field: "createdAt", descending: true };
  const name = order.replace(/^-/, "");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw new DomainError("invalid", `Order field ${name.slice(0, 100)} is not valid`);
  return { field, descending: order.startsWith("-") };
}
