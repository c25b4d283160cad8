import type { JsonSchema } from "../../openapi/schema";
import { resolved, schemaName } from "./resolve";

type Components = Record<string, JsonSchema>;
type Where = {
  /** The property or parameter it stands under. */
  name?: string;
  /** The component or the path it belongs to, which tells whose id an `id` is. */
  within?: string;
  /** The path of the route whose body it is. */
  path?: string;
};

/** A value that the schema takes and that a reader recognises: names and addresses of nobody, ids as we make them. */
export function exampleOf(schema: JsonSchema, components: Components, where: Where = {}): unknown {
  if (schema.$ref) {
    const within = schemaName(schema.$ref);
    return exampleOf(resolved(schema, components), components, { ...where, within });
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  if (/^(?:deleted|revoked)_/.test(where.name ?? "") && takesNull(schema)) return null;
  const [branch] = (schema.anyOf ?? schema.oneOf ?? []).filter(isNotNull);
  if (branch) return exampleOf(branch, components, where);
  const type = [schema.type].flat().find((type) => type !== "null") ?? schema.type;
  return BY_TYPE[String(type)]?.(schema, components, where) ?? null;
}

type Maker = (schema: JsonSchema, components: Components, where: Where) => unknown;

const BY_TYPE: Record<string, Maker> = {
  object: objectExample,
  array: ({ items }, components, where) =>
    items && !items.not ? [exampleOf(items, components, where)] : [],
  string: textExample,
  integer: ({ minimum = 0 }, _, { name }) => Math.max(minimum, NUMBERS[name ?? ""] ?? 0),
  number: ({ minimum = 0 }) => minimum,
  boolean: () => true,
};

/** Required properties; where none is, the first few plain ones. */
function objectExample(schema: JsonSchema, components: Components, where: Where): object {
  const { properties, required = [] } = schema;
  if (!properties) return { source: "newsletter" };
  const within = where.within ?? kindOf(properties) ?? where.name;
  const names = required.length > 0 ? required : plainNames(properties);
  return Object.fromEntries(
    names.map((name) => [
      name,
      exampleOf(properties[name] ?? {}, components, { name, within, path: where.path }),
    ]),
  );
}

/** An answer about a deleted record says in words what it was. */
function kindOf({ object }: Record<string, JsonSchema>): string | undefined {
  return typeof object?.const === "string" ? object.const : undefined;
}

function plainNames(properties: Record<string, JsonSchema>): string[] {
  const plain = Object.keys(properties).filter((name) =>
    /^(?:id|first_name|last_name|name|add)$/.test(name),
  );
  const some = plain.length > 0 ? plain : Object.keys(properties);
  return some.slice(0, 2);
}

function textExample(
  { format }: JsonSchema,
  _: Components,
  { name = "", within, path = "" }: Where,
): string {
  if (format === "date-time") return "2026-11-24T23:51:58.128Z";
  if (name === "id" || /(?:^|_)id$/.test(name)) return `${idPrefix(name, within)}_${ULID}`;
  if (/^(?:add|remove)$/.test(name)) return `${idPrefix(name, path.replace(/.*\//, ""))}_${ULID}`;
  return WORDS[name] ?? (format === "email" ? "jane@example.com" : "text");
}

/** By its own name, or, when that is only `id`, by what it belongs to. */
function idPrefix(name: string, within = ""): string {
  const about = /^(?:id|add|remove)$/.test(name)
    ? (/([\w-]+)\/:id/.exec(within)?.[1] ?? within)
    : name;
  return PREFIXES.find(([noun]) => noun.test(about))?.[1] ?? "id";
}

const ULID = "01JDK3W0C8Q5TZ7V9XB2N4M6PR";
/** From the word that tells to the prefix, the more special word first. */
const PREFIXES: readonly [RegExp, string][] = [
  [/group/i, "cgrp"],
  [/address/i, "addr"],
  [/key/i, "apk"],
  [/user|created_by|revoked_by/i, "usr"],
  [/customer/i, "cus"],
];

const WORDS: Record<string, string | undefined> = {
  email: "jane@example.com",
  password: "plum-violet-kettle-orbit",
  first_name: "Jane",
  last_name: "Doe",
  phone: "+1 202 555 0177",
  company: "North Tea",
  company_name: "North Tea",
  address_1: "12 Harbour Street",
  address_2: "2nd floor",
  address_name: "Home",
  city: "Boston",
  province: "MA",
  postal_code: "02110",
  country_code: "us",
  iso_2: "us",
  name: "Regulars",
  title: "Nightly export",
  q: "jane",
  order: "-created_at",
  expand: "groups",
  fields: "id",
  provider: "google",
  access_token: "eyJhbGciOiJIUzI1NiJ9.…",
  token: "eyJhbGciOiJIUzI1NiJ9.…",
  redacted: "sk_4f…9c2",
};

const NUMBERS: Record<string, number | undefined> = { count: 1, limit: 50 };

function takesNull({ type, anyOf = [] }: JsonSchema): boolean {
  return [type].flat().includes("null") || anyOf.some(takesNull);
}

function isNotNull({ type }: JsonSchema): boolean {
  return type !== "null";
}
