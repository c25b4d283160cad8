import type { Content, Ref, ResponseObject } from "../../openapi/schema";
import type { Route } from "../dialect";
import { refusalShape, unauthorizedShape } from "../shapes";
import { answerHeader } from "./headers";
import type { schemaConverter } from "./json-schema";
import type { Part } from "./parts";

const MEANINGS = {
  400: "The request is wrong: its form, a value, or a parameter that does not exist. The message names what.",
  401: "No valid credential.",
  403: "The credential may not do this, or a write with a cookie came from another site.",
  404: "There is no such record, or none that the body names.",
  409: "It met another request half-way, or the first with this Idempotency-Key is still at work. Try again.",
  412: "Somebody changed the record since you read it.",
  413: "The body is larger than 100 kB.",
  415: "The body is not plain UTF-8.",
  422: "Another record has this value already, or the Idempotency-Key was used for another request.",
  429: "Too many attempts; wait.",
  503: "The database cannot be reached, or too much is waiting.",
} as const;
type Status = keyof typeof MEANINGS;

type Convert = ReturnType<typeof schemaConverter>["convert"];

/** The refusals of one generation, as components. */
export function refusalComponents(part: Part, convert: Convert): Record<string, ResponseObject> {
  return Object.fromEntries(
    Object.entries(MEANINGS).map(([status, description]) => [
      nameOf(part, status),
      {
        description,
        headers: headersOf(status),
        content: contentOf(part, Number(status), convert),
      },
    ]),
  );
}

/** Status → what a route may refuse with. Whatever its rules are, they follow from what it takes. */
export function refusalsOf(route: Route, part: Part): Record<string, Ref> {
  const statuses = Object.entries(WHEN).filter(([, applies]) => applies(route));
  return Object.fromEntries(
    statuses.map(([status]) => [
      status,
      { $ref: `#/components/responses/${nameOf(part, status)}` },
    ]),
  );
}

const isOpen = ({ access }: Route) => access === "open";
const isWrite = ({ method }: Route) => method !== "GET";
const hasParameter = ({ path }: Route) => path.includes(":");

const namesRecords = (route: Route) => !!route.body && !isOpen(route) && route.access !== "own";
/** Among the open routes only those do that can meet a duplicate. */
const changesRecords = (route: Route) =>
  isWrite(route) && (!isOpen(route) || !!route.says?.duplicate);

const WHEN: Record<Status, (route: Route) => boolean> = {
  400: (route) => !!route.query || !!route.body || hasParameter(route) || isWrite(route),
  401: (route) => !isOpen(route) || isWrite(route),
  403: (route) => !isOpen(route) && (isWrite(route) || !/^(?:read|own)$/.test(route.access)),
  404: (route) => hasParameter(route) || !!route.says?.not_found || namesRecords(route),
  409: changesRecords,
  412: ({ versioned }) => versioned === "checked",
  413: ({ body }) => !!body,
  415: ({ body }) => !!body,
  422: changesRecords,
  429: isOpen,
  503: () => true,
};

function nameOf({ prefix }: Part, status: string): string {
  return `${prefix}Refusal${status}`;
}

function headersOf(status: string) {
  const common = { "X-Request-Id": answerHeader("RequestId") };
  return /^(?:429|503)$/.test(status)
    ? { ...common, "Retry-After": answerHeader("RetryAfter") }
    : common;
}

/** The first generation says 401 as a bare text; one route of the store says why in JSON. */
function contentOf({ mount }: Part, status: number, convert: Convert): Content {
  if (status !== 401) return { "application/json": { schema: convert(refusalShape, "output") } };
  const json = { "application/json": { schema: convert(unauthorizedShape, "output") } };
  const text = { schema: { type: "string", const: "Unauthorized" } };
  return mount === "/v1" ? { "text/plain": text, ...json } : json;
}
