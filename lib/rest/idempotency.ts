import { keyed } from "../auth/tokens";
import { visitorOf } from "../auth/visitor";
import type { Once } from "../changes/once";
import { normalizeEmail } from "../email";
import { env } from "../env";
import { RequestFault } from "./request-fault";

const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * The intent that an `Idempotency-Key` header names, or undefined without one. The room keeps its answer in the
 * transaction of the effect, so that a retry gets the same answer and does nothing again.
 */
export function onceOf(headers: Headers, input: unknown, scope?: string): Once | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!KEY.test(key))
    throw new RequestFault(400, "Idempotency-Key must be 1 to 255 printable ASCII characters.");
  return { key, input, scope };
}

/**
 * Whose keys those of a caller without a credential are: of the network address and the e-mail that was sent. Two
 * visitors whose clients both count their requests from 1 have nothing to do with each other.
 */
export function strangerOf(headers: Headers, body: unknown): string {
  const email = (body as { email?: unknown } | null | undefined)?.email;
  const who = [
    visitorOf(headers).address ?? "",
    typeof email === "string" ? normalizeEmail(email) : "",
  ];
  return `stranger:${keyed(env().AUTH_SECRET, `stranger:${JSON.stringify(who)}`).slice(0, 32)}`;
}
