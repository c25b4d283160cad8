import { z } from "zod";
import type { Ask } from "../../condition";
import { textFault } from "../../text";
import { flag, instant } from "./rules";

const MOST_OF_A_PATTERN = 200;

/** Text that can be looked for. */
export const text = () =>
  z.string().superRefine((value, context) => {
    const fault = textFault(value);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

const pattern = () =>
  text().refine((value) => !/(?:^|[^\\])(?:\\\\)*\\$/.test(value), {
    error: "A pattern may not end with its escape character",
  });

const regex = () =>
  text().max(MOST_OF_A_PATTERN, {
    error: `A regular expression may have at most ${MOST_OF_A_PATTERN} characters`,
  });

export type Type = "text" | "moment" | "flag";
type Value = z.ZodType<string>;

/** Operator → the values it takes of a field of this kind. */
function operatorShape(value: Value) {
  const values = z.union([value, z.array(value)]).optional();
  return {
    $eq: values,
    $ne: values,
    $in: values,
    $nin: values,
    $like: pattern().optional(),
    $ilike: pattern().optional(),
    $re: regex().optional(),
    $contains: text().optional(),
    $gt: value.optional(),
    $gte: value.optional(),
    $lt: value.optional(),
    $lte: value.optional(),
  };
}

const OF_TYPE = { text: text(), moment: instant() };
const operators = {
  text: z.strictObject(operatorShape(OF_TYPE.text)).meta({ id: "TextOperators" }),
  moment: z.strictObject(operatorShape(OF_TYPE.moment)).meta({ id: "DateOperators" }),
};

/** How a field may be asked for: a value, any of several, or operators, all of which must hold. */
export function askedOf(type: Type): z.ZodType<Asked> {
  if (type === "flag") return flag();
  const value = OF_TYPE[type];
  return z.union([value, z.array(value), operators[type]]);
}

/** Relations are asked for by id, or by their own fields. */
export function askedOfRelation(shape: Record<string, z.ZodType<Asked | undefined>>) {
  const { $eq, $ne, $in, $nin } = operatorShape(OF_TYPE.text);
  return z.union([
    OF_TYPE.text,
    z.array(OF_TYPE.text),
    z.strictObject({ $eq, $ne, $in, $nin, ...shape }),
  ]);
}

type Operator = keyof ReturnType<typeof operatorShape>;
export type Asked = string | string[] | boolean | Partial<Record<Operator, string | string[]>>;

/** What is asked in the room's words, each with whether it says what must not be. A list of one is split on commas. */
export function asksOf(asked: Asked): { ask: Ask; negative: boolean }[] {
  if (typeof asked === "boolean") return [positive({ op: "equal", value: asked })];
  if (typeof asked === "string") return [positive({ op: "among", value: [asked] })];
  if (Array.isArray(asked)) return [positive({ op: "among", value: listOf(asked) })];
  return Object.entries(asked).flatMap(([operator, value]) =>
    value === undefined ? [] : [ASK[operator as Operator](value)],
  );
}

const ASK: Record<Operator, (value: string | string[]) => { ask: Ask; negative: boolean }> = {
  $eq: (value) => positive({ op: "among", value: [value].flat() }),
  $in: (value) => positive({ op: "among", value: listOf([value].flat()) }),
  $ne: (value) => ({ ask: { op: "notAmong", value: [value].flat() }, negative: true }),
  $nin: (value) => ({ ask: { op: "notAmong", value: listOf([value].flat()) }, negative: true }),
  $like: (value) => positive({ op: "like", value: String(value) }),
  $ilike: (value) => positive({ op: "likeAnyCase", value: String(value) }),
  $re: (value) => positive({ op: "regex", value: String(value) }),
  $contains: (value) => positive({ op: "holds", value: String(value) }),
  $gt: (value) => positive({ op: "over", value: String(value) }),
  $gte: (value) => positive({ op: "from", value: String(value) }),
  $lt: (value) => positive({ op: "under", value: String(value) }),
  $lte: (value) => positive({ op: "to", value: String(value) }),
};

function positive(ask: Ask) {
  return { ask, negative: false };
}

function listOf(values: string[]): string[] {
  return values.length === 1 ? values.flatMap((value) => value.split(",")) : values;
}
