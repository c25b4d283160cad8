import { z } from "zod";
import { emailFault, normalizeEmail } from "../../email";
import { instantOf } from "../instant";

type Issue = { path?: PropertyKey[]; input?: unknown };

/** An error that names its property: `first_name must be a string`. */
function says(words: string) {
  return (issue: Issue) => `${String(issue.path?.at(-1) ?? "")} ${words}`;
}

const isNothing = (value: unknown) => value === undefined || value === null || value === "";

export const text = () => z.string({ error: says("must be a string") });

const EMAIL = { format: "email", maxLength: 254 };

/** An object whose keys are the caller's; it passes as it is, and the room judges what is in it. */
export const freeObject = () =>
  z
    .custom<Record<string, unknown>>(
      (value) => typeof value === "object" && value !== null && !Array.isArray(value),
      { error: says("must be an object") },
    )
    .meta({ type: "object", additionalProperties: true });

export const email = () =>
  z
    .string({ error: says("must be an email") })
    .refine((value) => emailFault(normalizeEmail(value)) === null, {
      error: says("must be an email"),
    })
    .meta(EMAIL);

/** Both rules of a required e-mail are told when there is nothing. */
export const filledEmail = () =>
  z
    .string({ error: emptyOr("must be an email") })
    .refine((value) => emailFault(normalizeEmail(value)) === null, {
      error: emptyOr("must be an email"),
    })
    .meta(EMAIL);

export const filledText = () =>
  z.string({ error: emptyOr("must be a string") }).min(1, { error: says("should not be empty") });

/** A count in a query: a whole number that is not negative; an empty one counts as 0. */
export const count = () =>
  z
    .string({ error: says(NUMBER) })
    .refine((value) => /^\d{0,10}$/.test(value) && Number(value) <= 2_147_483_647, {
      error: says(NUMBER),
    })
    .transform(Number)
    .meta({ type: "integer", minimum: 0, maximum: 2_147_483_647 });

const NUMBER = "must be a number conforming to the specified constraints";

/** `true`, `false`, `null`; any other text says nothing. */
export const flag = () =>
  z
    .string({ error: says("must be a boolean value") })
    .transform((value) => FLAGS.get(value))
    .meta({ type: "boolean" });

const FLAGS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Ids: a list, or one text that is a list with one element; a list with one element is split on commas. */
export const idList = () =>
  z
    .union([z.string(), z.array(z.string())], {
      error: (issue) => `each value in ${says("must be a string")(issue)}`,
    })
    .transform((value) => {
      if (value === "") return undefined;
      const ids = typeof value === "string" ? [value] : value;
      return ids.length === 1 ? ids.flatMap((id) => id.split(",")) : ids;
    });

/** Texts, as a list and in no other form; one with one element is split on commas. */
export const textList = () =>
  z
    .array(z.string({ error: "each value in the list must be a string" }), {
      error: says("must be an array"),
    })
    .transform((texts) => (texts.length === 1 ? texts.flatMap((text) => text.split(",")) : texts));

const instant = () =>
  z
    .string({ error: says("must be a Date instance") })
    .refine((value) => instantOf(value) !== null, { error: says("must be a Date instance") })
    .transform((value) => instantOf(value) ?? undefined)
    .meta({ format: "date-time" });

/** `{ lt, gt, gte, lte }`, each an instant; answers them in ISO 8601. */
export const instantRange = () =>
  nestedObject({
    lt: instant().optional(),
    gt: instant().optional(),
    gte: instant().optional(),
    lte: instant().optional(),
  });

function emptyOr(words: string) {
  return (issue: Issue) =>
    isNothing(issue.input)
      ? `${says("should not be empty")(issue)}, ${says(words)(issue)}`
      : says(words)(issue);
}

/** An object of this shape and no other, below a property. */
export function nestedObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      `nested property ${String(issue.path?.at(-1) ?? "")} must be either object or array`,
  });
}

/** A list of objects of this shape and no other. */
export function objectList<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.array(z.strictObject(shape, { error: notNested }), {
    error: (issue) =>
      typeof issue.input === "object"
        ? says("must be an array")(issue)
        : `${says("must be an array")(issue)}, ${notNested(issue)}`,
  });
}

/** About an element: the list's name is the last of the path that is not a position. */
function notNested(issue: Issue): string {
  const name = issue.path?.findLast((key) => typeof key === "string");
  return `each value in nested property ${String(name ?? "")} must be either object or array`;
}
