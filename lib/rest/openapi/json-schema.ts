import { z } from "zod";
import type { JsonSchema } from "../../openapi/schema";

type Io = "input" | "output";

/**
 * A converter for the schemas of one generation, and the named ones that it has met. A schema becomes a component by
 * its meta id, under the generation's prefix. Throws when two schemas of one generation share an id.
 */
export function schemaConverter(prefix: string) {
  const components: Record<string, JsonSchema> = {};
  return {
    components,
    convert(schema: z.ZodType, io: Io): JsonSchema {
      const { $defs = {}, properties } = converted(schema, io, prefix);
      for (const [id, definition] of Object.entries($defs))
        keep(components, prefix + id, definition);
      return properties.root;
    },
  };
}

type Converted = { $defs?: Record<string, JsonSchema>; properties: { root: JsonSchema } };

function converted(schema: z.ZodType, io: Io, prefix: string): Converted {
  // below a root of ours, a schema that has an id is a reference like everywhere else
  const json = z.toJSONSchema(z.strictObject({ root: schema }), {
    io,
    // a rule that JSON Schema cannot see says by its `.meta` what it is about; a test looks that it does
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === "default") jsonSchema.default ??= def.defaultValue as never;
    },
  });
  return JSON.parse(
    JSON.stringify(json).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`),
  );
}

function keep(components: Record<string, JsonSchema>, name: string, definition: JsonSchema): void {
  const known = components[name];
  if (known && JSON.stringify(known) !== JSON.stringify(definition))
    throw new Error(`Two different schemas call themselves ${name}.`);
  components[name] = definition;
}
