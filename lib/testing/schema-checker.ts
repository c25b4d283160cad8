import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { JsonSchema, OpenApi } from "../openapi/schema";

/** Checks values against schemas of the OpenAPI document, by a validator that knows nothing of zod. */
export function schemaChecker({ components }: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", components });
  const made = new WeakMap<JsonSchema, ValidateFunction>();
  const checkOf = (schema: JsonSchema) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
    const check = made.get(schema) ?? ajv.compile(JSON.parse(text));
    made.set(schema, check);
    return check;
  };
  return {
    /** Null when the schema takes the value, else why not. */
    takes(schema: JsonSchema, value: unknown): string | null {
      const check = checkOf(schema);
      return check(value) ? null : ajv.errorsText(check.errors);
    },
  };
}
