import {
  type Customer,
  EDITABLE_FIELDS,
  type EditableField,
  type EditBase,
} from "@/lib/customers/schema";

type Values = Record<EditableField, string | null>;

/**
 * The fields that were really changed, and what they were. A line of text in an input has no line breaks: a stored
 * value that has some and was not touched comes back without them, which is no change.
 */
export function changedFields(
  typed: Partial<Record<EditableField, string | null>>,
  parsed: Values,
  began: Pick<Customer, EditableField>,
): { patch: Partial<Values>; base: EditBase } {
  const changed = EDITABLE_FIELDS.filter((field) => !isUntouched(typed[field], began[field]));
  return {
    patch: Object.fromEntries(changed.map((field) => [field, parsed[field]])),
    base: Object.fromEntries(changed.map((field) => [field, began[field]])),
  };
}

/** True when an input that began with this value still shows it. */
export function isUntouched(typed: string | null | undefined, began: string | null): boolean {
  const text = began ?? "";
  return typed === undefined || (typed ?? "") === text || typed === text.replace(/[\r\n]/g, "");
}
