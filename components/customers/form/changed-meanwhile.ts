import { type Customer, EDITABLE_FIELDS, type EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";
import { isUntouched } from "./changed-fields";

type Fields = Pick<Customer, EditableField>;

/** One line about fields that somebody else changed while this form was open, and that stay; undefined for none. */
export function changedMeanwhile(
  typed: Partial<Record<EditableField, string | null>>,
  began: Fields,
  saved: Fields,
): string | undefined {
  const theirs = EDITABLE_FIELDS.filter(
    (field) => saved[field] !== began[field] && isUntouched(typed[field] ?? "", began[field]),
  ).map((field) => fieldLabels[field].toLowerCase());
  if (theirs.length === 0) return undefined;
  return `Meanwhile somebody else changed the ${listed(theirs)}; that stays.`;
}

function listed(words: string[]): string {
  const last = words.at(-1);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : `${last}`;
}
