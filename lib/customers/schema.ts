import { z } from "zod";
import { emailField } from "../email";
import { optionalText, textFault, trimBlanks } from "../text";

/** A customer's password: 1 to 128 characters, taken as typed. The desk asks for more, see customerFormInput. */
export const customerPassword = z
  .string({ error: "Enter text." })
  .min(1, "Enter a password.")
  .max(128, "Use at most 128 characters.")
  .superRefine((value, context) => {
    const fault = textFault(value);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** The dictionary: every field of a customer that people may set, defined once. */
export const customerFields = {
  email: emailField.nullable(),
  firstName: optionalText(255),
  lastName: optionalText(255),
  companyName: optionalText(255),
  phone: optionalText(100),
};

/** Ids of groups. */
export const groupIds = z.array(z.string().min(1).max(100)).max(1000);

const emailOrNothing = z
  .string()
  .transform((email) => (trimBlanks(email).trim() === "" ? null : email))
  .pipe(emailField.nullable());

/** The desk's form: an e-mail is asked for, and a password, if any, has eight characters at least. */
export const customerFormInput = z.strictObject({
  ...customerFields,
  email: emailField,
  password: z
    .literal("")
    .transform(() => undefined)
    .or(customerPassword.min(8, "Use at least 8 characters, or leave it empty for a guest."))
    .optional(),
  groupIds,
});

/** The edit form: a guest's e-mail may be left empty, an account's may not, since it is what one signs in with. */
export function customerEditInput(hasAccount: boolean) {
  return z.strictObject({ ...customerFields, email: hasAccount ? emailField : emailOrNothing });
}

/** A password that an admin sets: as in customerFormInput, but there must be one. */
export const customerPasswordInput = z.strictObject({
  password: customerPassword.min(8, "Use at least 8 characters."),
});

export type CustomerForm = z.input<typeof customerFormInput>;

/** The fields that are edited one at a time, in the table and on the record. */
export const EDITABLE_FIELDS = ["email", "firstName", "lastName", "companyName", "phone"] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Field → the value the editor showed when the edit began. */
export type EditBase = Partial<Record<EditableField, string | null>>;

/** A customer as every door sees it. Dates are ISO 8601 in UTC with milliseconds. */
export type Customer = {
  id: string;
  email: string | null;
  hasAccount: boolean;
  firstName: string | null;
  lastName: string | null;
  companyName: string | null;
  phone: string | null;
  metadata: Record<string, unknown> | null;
  createdBy: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
};

/** Somebody who has an e-mail that is being typed. */
export type EmailMatch = { id: string; label: string; hasAccount: boolean };

export type GroupRef = { id: string; name: string };
/** With its groups. Lists tell the id of the billing address too. */
export type CustomerRow = Customer & { groups: GroupRef[]; billingAddressId?: string | null };
