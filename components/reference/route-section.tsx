import { Link2 } from "lucide-react";
import type { JsonSchema, Parameter } from "@/lib/openapi/schema";
import { Answers } from "./answers";
import { CLIENT_CALLS } from "./client-calls";
import { CodeBlock } from "./code-block";
import { FieldTable } from "./field-table";
import { MethodBadge } from "./method-badge";
import type { ReferenceRoute } from "./parts-of";
import { fieldsOf, type SchemaField, schemaWords } from "./schema-words";
import { curlOf, fetchOf } from "./snippets";
import { TryIt } from "./try-it";

type RouteSectionProps = { route: ReferenceRoute; origin: string };

/** Everything about one route, under an anchor of its own. */
export function RouteSection({ route, origin }: RouteSectionProps) {
  const { method, path, operation, parameters, example } = route;
  const { operationId: id, summary, description } = operation;
  const body = operation.requestBody?.content["application/json"]?.schema;
  // every route takes it, so the page tells of it once
  const own = parameters.filter(({ name }) => name !== "X-Request-Id");
  const call = CLIENT_CALLS[id];
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="mt-4 scroll-mt-4 rounded-lg border border-line bg-raised px-4 py-4 sm:px-5"
    >
      <h4 id={`${id}-title`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <MethodBadge method={method} />
        <code className="min-w-0 font-mono font-medium wrap-anywhere">{path}</code>
        <a
          href={`#${id}`}
          aria-label={`Link to ${method} ${path}`}
          className="inline-flex size-6 items-center justify-center rounded text-muted hover:text-ink"
        >
          <Link2 aria-hidden className="size-4" />
        </a>
      </h4>
      <p className="mt-1">{summary}</p>
      <p className="text-meta text-muted">
        {description} Also at <code>{operation["x-bare-path"]}</code>.
      </p>
      <div className="mt-3 grid gap-x-6 gap-y-4 xl:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Fields title="Parameters" id={id} fields={own.map(parameterField)} />
          {body && <Fields title="Body" id={id} fields={bodyFields(body)} />}
          <Answers route={route} />
        </div>
        <div className="min-w-0 space-y-3">
          <CodeBlock label="cURL" code={curlOf(route, origin)} />
          <CodeBlock label="fetch" code={fetchOf(route, origin)} />
          {call && <CodeBlock label={clientOf(path)} code={`await ${call}`} />}
          <TryIt
            id={id}
            method={method}
            path={path}
            parameters={own.map(({ name, in: place, required, schema, style, example }) => ({
              name,
              place,
              required: required ?? false,
              operators: style === "deepObject" ? Object.keys(schema.properties ?? {}) : [],
              example: place === "path" ? String(example ?? "") : "",
            }))}
            body={example === undefined ? null : JSON.stringify(example, null, 2)}
          />
        </div>
      </div>
    </article>
  );
}

type FieldsProps = { title: string; id: string; fields: readonly SchemaField[] };

function Fields({ title, id, fields }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h5 className="mb-1 font-medium">{title}</h5>
      <FieldTable label={`${title} of ${id}`} fields={fields} />
    </div>
  );
}

function parameterField({
  name,
  in: place,
  schema,
  required,
  description,
}: Parameter): SchemaField {
  const operators = Object.keys(schema.properties ?? {});
  const shown = operators.length > 0 ? `${name}[${operators.join(" | ")}]` : name;
  const first = operators[0] ? schema.properties?.[operators[0]] : undefined;
  const words = schemaWords(first ?? schema);
  const standard = schema.default === undefined ? "" : `, ${schema.default} unless told`;
  return {
    name: shown,
    words: `${place}: ${words}${standard}`,
    required: required ?? false,
    about: description,
  };
}

/** A body that is no plain object is told as a whole. */
function bodyFields(body: JsonSchema): SchemaField[] {
  const fields = fieldsOf(body);
  return fields.length > 0 ? fields : [{ name: "body", words: schemaWords(body), required: false }];
}

function clientOf(path: string): string {
  return path.startsWith("/v1/") ? "@medusajs/medusa-js" : "@medusajs/js-sdk";
}
