import { invalidField } from "../errors";
import { hasLabel } from "./label";
import { type Customer, EDITABLE_FIELDS, type EditableField } from "./schema";

/**
 * People at the desk may not take away the last thing that a customer can be called by (an API may: its contract has
 * customers of nothing but an id). Throws `invalid` on the first field that was emptied.
 */
export function refuseNameless(
  now: Customer,
  edits: Partial<Record<EditableField, string | null>>,
): void {
  const emptied = EDITABLE_FIELDS.find((field) => edits[field] === null && now[field] !== null);
  if (!emptied || hasLabel({ ...now, ...edits })) return;
  throw invalidField(
    emptied,
    "Leave something to call this customer by: an e-mail, a name, a company or a phone.",
  );
}
