import type { z } from "zod";
import type {
  Content,
  Header,
  JsonSchema,
  Operation,
  Ref,
  ResponseObject,
} from "../../openapi/schema";
import type { Answers, Route } from "../dialect";
import { exampleOf } from "./example";
import { answerHeader, requestHeader } from "./headers";
import type { schemaConverter } from "./json-schema";
import { pathParameters, queryParameters } from "./parameters";
import type { Part } from "./parts";
import { refusalsOf } from "./refusals";
import { resolved } from "./resolve";
import { NEEDS, securityOf } from "./security";

type Converter = ReturnType<typeof schemaConverter>;

/**
 * A route as an operation of the document. Throws for a route without tag, summary or answers: it would be a route
 * that nobody can look up.
 */
export function operationOf(route: Route, part: Part, converter: Converter): Operation {
  const { tag, summary, answers, path, method, access } = route;
  if (!tag || !summary || !answers)
    throw new Error(`${method} ${path} does not say its tag, its summary and its answers.`);
  return {
    operationId: idOf(route, part),
    tags: [tagName(part, tag)],
    summary,
    description: NEEDS[access],
    security: securityOf(route),
    parameters: parametersOf(route, converter),
    ...(route.body && { requestBody: bodyOf(route.body, path, converter) }),
    responses: { ...answersOf(route, answers, converter), ...refusalsOf(route, part) },
    "x-access": access,
    "x-bare-path": templateOf(path),
  };
}

/** The name that sets a generation's heading apart from the other's. */
export function tagName({ mount }: Part, tag: string): string {
  return `${mount.slice(1)} ${tag}`;
}

/** `/admin/customers/:id` → `/admin/customers/{id}`. */
export function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

/** `v1-get-admin-customers-id`: stable, and the route's anchor in the reference too. */
function idOf({ method, path }: Route, { mount }: Part): string {
  return `${mount.slice(1)}-${method}${path}`.toLowerCase().replace(/[/:_]+/g, "-");
}

function parametersOf(route: Route, { convert, components }: Converter): Operation["parameters"] {
  const query = route.query ? queryParameters(convert(route.query, "input"), components) : [];
  const headers = [
    keepsIntents(route) && requestHeader("IdempotencyKey"),
    route.versioned === "checked" && requestHeader("IfMatch"),
    requestHeader("RequestId"),
  ].filter((header) => header !== false);
  return [...pathParameters(route.path), ...query, ...headers];
}

/** Whether a retry with the same Idempotency-Key is answered alike. */
function keepsIntents({ method, access, says }: Route): boolean {
  if (method === "GET" || access === "own") return false;
  return access !== "open" || !!says?.duplicate;
}

function bodyOf(body: z.ZodType, path: string, { convert, components }: Converter) {
  const schema = convert(body, "input");
  const example = exampleOf(schema, components, { path });
  return { required: isRequired(schema, components), content: json(schema, example) };
}

function isRequired(schema: JsonSchema, components: Record<string, JsonSchema>): boolean {
  return (resolved(schema, components).required ?? []).length > 0;
}

function answersOf(route: Route, answers: Answers, converter: Converter) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]): [string, ResponseObject] => [
      status,
      {
        description: DONE[status] ?? "Done.",
        headers: headersOf(route),
        ...contentOf(answer, converter),
      },
    ]),
  );
}

const DONE: Record<string, string | undefined> = { 201: "Created.", 204: "Done; nothing to tell." };

function headersOf(route: Route): Record<string, Header | Ref> {
  return {
    "X-Request-Id": answerHeader("RequestId"),
    ...(route.versioned && { ETag: answerHeader("ETag") }),
    ...(keepsIntents(route) && { "Idempotency-Replayed": answerHeader("IdempotencyReplayed") }),
  };
}

function contentOf(
  answer: z.ZodType | "text" | "empty",
  { convert, components }: Converter,
): { content?: Content } {
  if (answer === "empty") return {};
  if (answer === "text")
    return { content: { "text/plain": { schema: { type: "string" }, example: "OK" } } };
  const schema = convert(answer, "output");
  return { content: json(schema, exampleOf(schema, components)) };
}

function json(schema: JsonSchema, example: unknown): Content {
  return { "application/json": { schema, example } };
}
