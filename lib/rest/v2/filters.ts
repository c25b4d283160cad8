import { z } from "zod";
import type { Condition } from "../../condition";
import { type Asked, askedOf, askedOfRelation, asksOf, type Type, text } from "./operators";
import { invalidRequest } from "./validate";

/** A field as the room calls it; `stored` makes what is kept of what v2 was told. */
type FieldFilter = { field: string; type: Type; stored?: (value: string) => string };
type RelationFilter = { relation: string; filters: Record<string, FieldFilter> };

/** What a list can be filtered by, under the names of v2. */
export type Filters = Record<string, FieldFilter | RelationFilter>;

type AskedSet = { [name: string]: unknown };

const MOST_CONDITIONS = 500;

/** The parameters of these filters, alone and in `$and` and `$or`, which may hold each other. */
export function filterShape(id: string, filters: Filters) {
  const shape = shapeOf(filters);
  const within = { q: text().optional(), ...shape };
  const set: z.ZodType<AskedSet> = z
    .lazy(() => z.strictObject({ ...within, ...listsOf(set) }))
    .meta({ id });
  return { ...shape, ...listsOf(set) };
}

/** What is asked as one condition, or undefined when nothing is. Throws `invalid` for too much at once. */
export function conditionOf(asked: AskedSet, filters: Filters): Condition | undefined {
  const all = conditionsOf(asked, filters);
  if (all.reduce((sum, condition) => sum + sizeOf(condition), 0) > MOST_CONDITIONS)
    throw invalidRequest([`Too many filters: at most ${MOST_CONDITIONS}`]);
  return all.length === 0 ? undefined : { all };
}

/** The words of a search, of which each must occur. */
export function wordsOf(q: string): string[] {
  return q.split(/\s+/).filter(Boolean).slice(0, 20);
}

/** Each list a schema of its own: only a named set, not a list, leads back to itself. */
function listsOf(set: z.ZodType<AskedSet>) {
  return { $and: z.array(set).optional(), $or: z.array(set).optional() };
}

function shapeOf(filters: Filters): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => [
      name,
      "relation" in filter
        ? askedOfRelation(ofFields(filter.filters)).optional()
        : askedOf(filter.type).optional(),
    ]),
  );
}

function ofFields(filters: Record<string, FieldFilter>) {
  return Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => [name, askedOf(filter.type).optional()]),
  );
}

function conditionsOf(asked: AskedSet, filters: Filters): Condition[] {
  return Object.entries(asked).flatMap(([name, value]): Condition[] => {
    if (value === undefined) return [];
    if (name === "$and") return [{ all: setsOf(value, filters) }];
    if (name === "$or") return [{ any: setsOf(value, filters) }];
    if (name === "q") return [{ field: "search", op: "words", value: wordsOf(String(value)) }];
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!filter) return [];
    return "relation" in filter
      ? relatedConditions(value as Asked, filter)
      : fieldConditions(value as Asked, filter).map(({ condition }) => condition);
  });
}

function setsOf(value: unknown, filters: Filters): Condition[] {
  return (value as AskedSet[]).map((set) => ({ all: conditionsOf(set, filters) }));
}

function fieldConditions(asked: Asked, { field, stored = same }: FieldFilter) {
  return asksOf(asked).map(({ ask, negative }) => {
    const value = storedValue(ask.value, stored);
    return { condition: { field, ...ask, value } as Condition, negative };
  });
}

/** One related row that is all of what is asked; and none that is what must not be, so that a group can be excluded. */
function relatedConditions(asked: Asked, { relation, filters }: RelationFilter): Condition[] {
  const isSet = typeof asked === "object" && !Array.isArray(asked);
  const byField = isSet ? entriesByField(asked) : [["id", asked] as const];
  const found = byField.flatMap(([name, value]) => {
    const filter = filters[name];
    return filter ? fieldConditions(value, filter) : [];
  });
  const some = found.filter(({ negative }) => !negative).map(({ condition }) => condition);
  const none = found.filter(({ negative }) => negative).map(({ condition }) => opposite(condition));
  return [
    ...(some.length > 0 ? [{ some: relation, where: { all: some } }] : []),
    ...none.map((where) => ({ none: relation, where })),
  ];
}

/** `groups[$nin]` is about the id. */
function entriesByField(asked: Exclude<Asked, string | string[] | boolean>) {
  return Object.entries(asked).map(([name, value]) =>
    name.startsWith("$")
      ? (["id", { [name]: value } as Asked] as const)
      : ([name, value as Asked] as const),
  );
}

function opposite(condition: Condition): Condition {
  return { ...condition, op: "among" } as Condition;
}

function storedValue(value: unknown, stored: (value: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => stored(String(one)));
  return typeof value === "string" ? stored(value) : value;
}

/** How many comparisons it takes; at least one for each part. */
function sizeOf(condition: Condition): number {
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    return Math.max(
      1,
      parts.reduce((sum, part) => sum + sizeOf(part), 0),
    );
  }
  if ("where" in condition) return sizeOf(condition.where);
  return condition.op === "words" ? condition.value.length : 1;
}

const same = (value: string) => value;
