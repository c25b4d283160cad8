import { z } from "zod";
import { foreignHash } from "../auth/foreign-hash";
import { addressFields } from "../customers/address-schema";
import { customerFields } from "../customers/schema";
import { groupInput } from "../groups/schema";
import { metadataField } from "../metadata";
import { textFault } from "../text";
import type { SourceAddress, SourceCustomer, SourceGroup } from "./source-rows";

const id = z
  .string()
  .min(1)
  .max(100, "Ids have at most 100 characters here.")
  .refine((value) => !textFault(value) && !value.includes("/"), "Such an id cannot be kept.");
const createdBy = z.string().max(255).nullable();
/** A moment that both JavaScript and PostgreSQL can write. */
const moment = z.custom<Date>(isMoment, "Its dates are none.").transform((at) => at.toISOString());
const kept = { id, metadata: metadataField.nullable(), createdAt: moment, updatedAt: moment };

const customerRow = z
  .object({ ...kept, ...customerFields, hasAccount: z.boolean(), createdBy })
  .refine((row) => row.email !== null || !row.hasAccount, {
    path: ["email"],
    error: "An account needs an e-mail address.",
  });
const flag = z.boolean();
const flags = { isDefaultShipping: flag, isDefaultBilling: flag, listed: flag };
const addressRow = z.object({ ...kept, customerId: id, ...addressFields, ...flags });
const groupRow = z.object({ ...kept, name: groupInput.shape.name, createdBy });

export type CustomerFields = z.output<typeof customerRow> & { passwordHash: string | null };
export type AddressFields = z.output<typeof addressRow>;
export type GroupFields = z.output<typeof groupRow>;
/** The row by our rules, or why they refuse it; `note` is what of it is left behind. */
export type Ruled<T> = { row: T; note?: string } | { refused: string };

/** A customer in our normal form. A hash that nobody here can verify is left behind. */
export function ruleCustomer(source: SourceCustomer): Ruled<CustomerFields> {
  const ruled = rule<z.output<typeof customerRow>>(customerRow, source);
  if ("refused" in ruled) return ruled;
  const { row } = ruled;
  const wanted = row.hasAccount ? source.password : null;
  const passwordHash = wanted ? foreignHash(wanted) : null;
  return { row: { ...row, passwordHash }, note: noteOf(source, row, wanted, passwordHash) };
}

/** An address in our normal form. */
export function ruleAddress(source: SourceAddress): Ruled<AddressFields> {
  return rule<AddressFields>(addressRow, source);
}

/** A group in our normal form. */
export function ruleGroup(source: SourceGroup): Ruled<GroupFields> {
  return rule<GroupFields>(groupRow, source);
}

function noteOf(
  { signInName }: SourceCustomer,
  { email }: { email: string | null },
  wanted: string | null,
  passwordHash: string | null,
): string | undefined {
  if (wanted && !passwordHash)
    return "The hash of the password is none that can be verified here: the customer needs a new password.";
  const name = wanted && signInName ? customerFields.email.safeParse(signInName).data : email;
  return name === email ? undefined : `Signs in as ${signInName} there, with the e-mail here.`;
}

function rule<T>(schema: z.ZodType<T>, source: object): Ruled<T> {
  const result = schema.safeParse(source);
  if (result.success) return { row: result.data };
  const issue = result.error.issues[0];
  return { refused: `${issue?.path.join(".")}: ${issue?.message}` };
}

function isMoment(value: unknown): value is Date {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return false;
  const year = value.getUTCFullYear();
  return year > 0 && year < 10_000;
}
