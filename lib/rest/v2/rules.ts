import { z } from "zod";
import { emailFault, normalizeEmail } from "../../email";
import { instantOf } from "../instant";
import { MOST_ROWS } from "../list-rules";

const LARGEST = 2_147_483_647;

export const email = () =>
  z
    .string()
    .refine((value) => emailFault(normalizeEmail(value)) === null, {
      error: "Invalid email address",
    })
    .meta({ format: "email", maxLength: 254 });

/** An object whose keys are the caller's; it passes as it is, and the room judges what is in it. */
export const freeObject = () =>
  z
    .custom<Record<string, unknown>>(
      (value) => typeof value === "object" && value !== null && !Array.isArray(value),
      { params: { type: "object" } },
    )
    .meta({ type: "object", additionalProperties: true });

/** Ids to add and to take away. */
export const batchBody = z.strictObject({
  add: z.array(z.string()).optional(),
  remove: z.array(z.string()).optional(),
});

/** The leading integer of a text, as everywhere in this generation; none, or a negative one, is no number. */
const leadingInteger = (most: number) =>
  z
    .string()
    .refine((text) => Number(integerOf(text)) <= most, { params: { type: "number" } })
    .transform((text) => Number(integerOf(text)));

function integerOf(text: string): string {
  return /^\s*\+?(\d+)/.exec(text)?.[1] ?? "none";
}

/** How many rows: 0 is none, and more than a list answers with is as many as it does. */
export const limit = (fallback: number) =>
  leadingInteger(Number.MAX_VALUE)
    .transform((rows) => Math.min(rows, MOST_ROWS))
    .default(fallback)
    .meta({ type: "integer", minimum: 0, default: fallback });

export const offset = () =>
  leadingInteger(LARGEST)
    .default(0)
    .meta({ type: "integer", minimum: 0, maximum: LARGEST, default: 0 });

/** `true` or `false` in any case. */
export const flag = () =>
  z
    .string({ error: "Invalid input" })
    .refine((value) => /^(?:true|false)$/i.test(value), { error: "Invalid input" })
    .transform((value) => value.toLowerCase() === "true")
    .meta({ type: "boolean" });

/** A point in time; answers it in ISO 8601. */
export const instant = () =>
  z
    .string()
    .refine((value) => instantOf(value) !== null, { params: { type: "date" } })
    .transform((value) => instantOf(value) ?? value)
    .meta({ format: "date-time" });

/** Which fields to answer with. */
export const fields = () =>
  z
    .string()
    .optional()
    .describe(
      "Names after commas: exactly those and `id`; `+name`, `-name`, `*relation` change what is answered anyway.",
    );

/** What every list takes; `searched` says where the words of `q` are looked for. */
export const listFields = (searched: string) => ({
  q: z.string().optional().describe(searched),
  limit: limit(50),
  offset: offset(),
  order: z.string().optional().describe("A field, with a minus in front for descending."),
  fields: fields(),
});

export const oneQuery = z.strictObject({ fields: fields() });
