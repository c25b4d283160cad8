import type { OpenApi, Operation, ResponseObject } from "../openapi/schema";
import type { Answer } from "./rest-client";
import { schemaChecker } from "./schema-checker";

/** What the served document promises, held against answers. */
export function contractOf(document: OpenApi) {
  const { takes } = schemaChecker(document);
  return {
    /** Null when an answer is as the document says, else in what it is not. */
    faultOf({ responses }: Operation, answer: Answer): string | null {
      const said = responses[answer.status];
      if (!said) return `${answer.status} is no status of this route: ${answer.text.slice(0, 200)}`;
      const promised = found(said, document);
      return bodyFault(promised, answer) ?? headerFault(promised, answer);
    },
  };

  function bodyFault({ content }: ResponseObject, { status, headers, text, body }: Answer) {
    const type = headers.get("content-type")?.split(";")[0] ?? "";
    if (!content) return text === "" ? null : `${status} should have no body`;
    const media = content[type];
    if (!media) return `${status} came as ${type || "nothing"}, not as ${Object.keys(content)}`;
    const fault = takes(media.schema, type === "application/json" ? body : text);
    return fault && `${status}: ${fault}: ${text.slice(0, 300)}`;
  }
}

const PROMISED = ["etag", "retry-after", "idempotency-replayed"];

function headerFault({ headers = {} }: ResponseObject, { status, headers: came }: Answer) {
  const named = Object.keys(headers).map((name) => name.toLowerCase());
  if (!came.has("x-request-id")) return `${status} has no X-Request-Id`;
  const unsaid = PROMISED.find((name) => came.has(name) && !named.includes(name));
  return unsaid ? `${status} carries ${unsaid}, which the document does not say` : null;
}

function found(one: Operation["responses"][string], { components }: OpenApi): ResponseObject {
  if (!("$ref" in one)) return one;
  const component = components.responses[one.$ref.slice(one.$ref.lastIndexOf("/") + 1)];
  if (!component) throw new Error(`The document lacks ${one.$ref}.`);
  return component;
}
