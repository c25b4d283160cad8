import type { JsonSchema } from "../../openapi/schema";

/** The schema itself, where only a reference to a component stands. Throws for one that is not there. */
export function resolved(schema: JsonSchema, components: Record<string, JsonSchema>): JsonSchema {
  if (!schema.$ref) return schema;
  const found = components[schemaName(schema.$ref)];
  if (!found) throw new Error(`There is no component ${schema.$ref}.`);
  return found;
}

/** `#/components/schemas/V1Customer` → V1Customer. */
export function schemaName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}
