import type { Once } from "../changes/once";
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
