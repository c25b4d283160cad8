import type { JsonSchema } from "@/lib/openapi/schema";

export type SchemaField = { name: string; words: string; required: boolean; about?: string };

/** What a schema takes, in a few words: "text", "list of text", "Customer or null". */
export function schemaWords(schema: JsonSchema): string {
  if (schema.$ref) return componentName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" or ");
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return [...new Set(branches.map(schemaWords))].join(" or ");
  if (schema.type === "array") return `list of ${schemaWords(schema.items ?? {})}`;
  if (schema.not) return "nothing";
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return "anything";
  return types.map((type) => FORMATS[schema.format ?? ""] ?? TYPES[type] ?? type).join(" or ");
}

/** Every field of an object, those of the objects and lists in it too, under a path: `groups[].id`. */
export function fieldsOf(schema: JsonSchema, before = ""): SchemaField[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, property]) => [
    {
      name: before + name,
      words: schemaWords(property),
      required: required.includes(name),
      about: property.description,
    },
    ...nestedFields(property, before + name),
  ]);
}

/** `#/components/schemas/V1Customer` → Customer. */
export function componentName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1).replace(/^V\d/, "");
}

const TYPES: Record<string, string> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  object: "object",
};
const FORMATS: Record<string, string | undefined> = { "date-time": "instant", email: "e-mail" };

/** A component is described once, in its own place. */
function nestedFields(schema: JsonSchema, path: string): SchemaField[] {
  const branches = schema.anyOf ?? schema.oneOf ?? [schema];
  return branches.flatMap((branch) =>
    branch.type === "array"
      ? fieldsOf(branch.items ?? {}, `${path}[].`)
      : fieldsOf(branch, `${path}.`),
  );
}
