import type { DomainError, ErrorCode } from "../errors";
import type { Dialect } from "./dialect";
import { RequestFault } from "./request-fault";

type Answer = { status: number; type: string; code?: string };

export type Wording = {
  /** How a duplicate is answered: the generations differ in nothing else. */
  duplicate: Answer;
  unauthorized: () => Response;
  /** Noun → how it is said that there is none with this id. */
  missing: Record<string, ((id: string) => string) | undefined>;
};

/** The one table from a broken rule to what is answered. */
const ANSWERS: Record<Exclude<ErrorCode, "signed_out" | "duplicate">, Answer> = {
  invalid: { status: 400, type: "invalid_data" },
  not_found: { status: 404, type: "not_found" },
  conflict: { status: 409, type: "conflict", code: "invalid_state_error" },
  forbidden: { status: 403, type: "forbidden" },
  limited: { status: 429, type: "too_many_requests" },
  busy: { status: 503, type: "unavailable" },
  unavailable: { status: 503, type: "unavailable" },
};
const STALE: Answer = { status: 412, type: "conflict", code: "version_mismatch" };
const REUSED_KEY: Answer = { status: 422, type: "invalid_data", code: "idempotency_key_reused" };
const UNFORESEEN: Answer = { status: 500, type: "unknown_error", code: "unknown_error" };

/** How a dialect answers a refusal with status and body. Null is an error that no rule foresaw. */
export function refuser(wording: Wording): Dialect["refuse"] {
  return (refusal, says = {}) => {
    if (!refusal) return bodyOf(UNFORESEEN, "An unknown error occurred.");
    if (refusal instanceof RequestFault)
      return bodyOf({ status: refusal.status, type: faultType(refusal.status) }, refusal.message);
    if (refusal.code === "signed_out") return wording.unauthorized();
    const message = says[refusal.code]?.(refusal.facts ?? {}) ?? messageOf(refusal, wording);
    return bodyOf(answerTo(refusal, wording), message, refusal.retryAfter);
  };
}

function answerTo({ code, facts }: DomainError, { duplicate }: Wording): Answer {
  if (facts?.version !== undefined) return STALE;
  if (facts?.key === "reused") return REUSED_KEY;
  return { ...ANSWERS, duplicate, signed_out: UNFORESEEN }[code];
}

function faultType(status: RequestFault["status"]): string {
  return status === 404 ? "not_found" : "invalid_data";
}

function bodyOf({ status, type, code }: Answer, message: string, retryAfter?: number): Response {
  const headers = retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) };
  return Response.json({ ...(code && { code }), type, message }, { status, headers });
}

function messageOf({ message, fields, facts }: DomainError, wording: Wording): string {
  const missing = fields ? undefined : wording.missing[String(facts?.noun)];
  if (missing && facts?.id !== undefined) return missing(String(facts.id));
  const told = Object.entries(fields ?? {});
  if (told.length === 0 || told.some(([, words]) => words === message)) return message;
  return told.map(([field, words]) => `${wireName(field)}: ${words}`).join(", ");
}

/** `firstName` → `first_name`; what the room calls otherwise, under the name that was sent. */
function wireName(field: string): string {
  const [name = field] = field.split(".");
  return RENAMED[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const RENAMED: Record<string, string> = { mergeMetadata: "metadata", groupIds: "groups" };
