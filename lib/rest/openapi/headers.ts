import type { Header, Parameter } from "../../openapi/schema";

const text = { type: "string" };

/** Headers that a request may carry. */
export const REQUEST_HEADERS = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Names this intent: the same key and request is done once, and answered alike for 24 hours.",
    schema: { ...text, minLength: 1, maxLength: 255, pattern: "^[\\x20-\\x7e]+$" },
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    description:
      "The ETag that you read: the edit is refused with 412 if somebody was faster. Without it the last write wins.",
    schema: text,
    example: '"v3"',
  },
  RequestId: {
    name: "X-Request-Id",
    in: "header",
    description: "Your name for this request; the answer carries it again.",
    schema: text,
  },
} satisfies Record<string, Parameter>;

/** Headers that an answer may carry. */
export const ANSWER_HEADERS = {
  RequestId: {
    description: "The name of this request, yours or a fresh one.",
    schema: text,
  },
  ETag: {
    description: "The version of the record, to be sent as `If-Match`.",
    schema: { ...text, pattern: '^"v\\d+"$' },
  },
  IdempotencyReplayed: {
    description: "`true` when this is the kept answer of an earlier request with the same key.",
    schema: { ...text, enum: ["true"] },
  },
  RetryAfter: {
    description: "Seconds to wait before trying again.",
    schema: { type: "integer", minimum: 0 },
  },
  SetCookie: {
    description: "The cookie `connect.sid`.",
    schema: text,
  },
} satisfies Record<string, Header>;

export function requestHeader(name: keyof typeof REQUEST_HEADERS) {
  return { $ref: `#/components/parameters/${name}` };
}

export function answerHeader(name: keyof typeof ANSWER_HEADERS) {
  return { $ref: `#/components/headers/${name}` };
}
