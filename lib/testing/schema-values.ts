import fc from "fast-check";
import type { JsonSchema } from "../openapi/schema";
import { resolved } from "../rest/openapi/resolve";

type Components = Record<string, JsonSchema>;

/** Values that a schema of the document takes, all kinds of them; what holds itself does so a few times at most. */
export function valuesOf(
  schema: JsonSchema,
  components: Components,
  depth = 0,
): fc.Arbitrary<unknown> {
  const it = resolved(schema, components);
  const below = depth + 1;
  if (it.const !== undefined) return fc.constant(it.const);
  if (it.enum) return fc.constantFrom(...it.enum);
  const branches = it.anyOf ?? it.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => valuesOf(branch, components, below)));
  const types = [it.type ?? []].flat();
  return types.length > 0
    ? fc.oneof(...types.map((type) => BY_TYPE[type]?.(it, components, below) ?? fc.constant(null)))
    : fc.jsonValue({ maxDepth: 2 });
}

type Maker = (schema: JsonSchema, components: Components, depth: number) => fc.Arbitrary<unknown>;

const DEEPEST = 6;

const BY_TYPE: Record<string, Maker | undefined> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1_000, maximum = 1_000 }) =>
    fc.oneof(
      fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) }),
      fc.constant(maximum),
    ),
  number: () => fc.double({ noNaN: true }),
  string: textOf,
  array: ({ items = {} }, components, depth) =>
    items.not || depth > DEEPEST
      ? fc.constant([])
      : fc.array(valuesOf(items, components, depth), { maxLength: 4 }),
  object: objectOf,
};

function textOf({ format, minLength = 0 }: JsonSchema): fc.Arbitrary<string> {
  if (format === "email") return fc.emailAddress();
  if (format === "date-time")
    return fc
      .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
  return fc.string({ unit: "grapheme", minLength, maxLength: 40 });
}

function objectOf(
  schema: JsonSchema,
  components: Components,
  depth: number,
): fc.Arbitrary<unknown> {
  const { properties, required = [] } = schema;
  if (!properties) return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }));
  const values: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, valuesOf(one, components, depth)]),
  );
  return fc.record(values, { requiredKeys: required });
}
