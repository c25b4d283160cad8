import type { JsonSchema, Parameter } from "../../openapi/schema";
import { exampleOf } from "./example";
import { resolved } from "./resolve";

type Components = Record<string, JsonSchema>;

/** The parameters of a path: every segment with a colon. */
export function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path" as const,
    required: true,
    schema: { type: "string", minLength: 1 },
    example: exampleOf({ type: "string" }, {}, { name, within: path }),
  }));
}

/** The parameters of a query, in the order in which its schema declares them. */
export function queryParameters(query: JsonSchema, components: Components): Parameter[] {
  const { properties = {}, required = [] } = resolved(query, components);
  return Object.entries(properties).map(([name, schema]) =>
    queryParameter(name, schema, required.includes(name), components),
  );
}

function queryParameter(
  name: string,
  schema: JsonSchema,
  required: boolean,
  components: Components,
): Parameter {
  const forms = formsOf(schema, components);
  const list = forms.find(({ type }) => type === "array");
  const object = forms.find(({ type }) => type === "object");
  const { description, ...bare } = schema;
  const common = { in: "query", required: required || undefined, description } as const;
  if (object) return { ...common, name, style: "deepObject", explode: true, schema: bare };
  if (list) return { ...common, name: `${name}[]`, style: "form", explode: true, schema: list };
  return { ...common, name, schema: bare };
}

/** The forms a value may have: the branches of its unions, or itself. */
function formsOf(schema: JsonSchema, components: Components): JsonSchema[] {
  const it = resolved(schema, components);
  const branches = it.anyOf ?? it.oneOf;
  return branches ? branches.flatMap((branch) => formsOf(branch, components)) : [it];
}
