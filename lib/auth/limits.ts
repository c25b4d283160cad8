import "server-only";
import { isIPv6 } from "node:net";
import { db } from "../db";
import { env } from "../env";
import { DomainError } from "../errors";
import { keyed } from "./tokens";

const WINDOW = "10 minutes";
const PER_ACCOUNT = 10;
const PER_NETWORK = 30;
const PER_MINUTE = 300;

export type AttemptBy = { email: string; address: string; device?: string };

/**
 * Counts one sign-in attempt, before any password is hashed; the counters live in PostgreSQL, so all instances
 * share them. A browser that signed in before has its own counter: others cannot lock it out.
 * Throws `limited` with `retryAfter` in seconds.
 */
export async function takeAttempt(by: AttemptBy): Promise<void> {
  const account = `account:${secretKey(by.email)}`;
  const limits: [string, number, string][] = by.device
    ? [[`device:${by.device}`, PER_ACCOUNT, WINDOW]]
    : [
        [account, PER_ACCOUNT, WINDOW],
        [`network:${networkOf(by.address)}`, PER_NETWORK, WINDOW],
        ["everybody", PER_MINUTE, "1 minute"],
      ];
  for (const [key, limit, window] of limits) {
    const [row] = await db().$queryRaw<{ wait: number }[]>`
      select clientele_take_attempt(${key}, ${limit}::integer, ${window}::interval) as wait`;
    const wait = row?.wait ?? 0;
    if (wait > 0)
      throw new DomainError("limited", `Too many attempts. Try again ${inWords(wait)}.`, {
        retryAfter: wait,
      });
  }
}

/**
 * A right password ends the count of this account (or device) and gives its one attempt back to the others,
 * so that an office full of people behind one address is not taken for an attack.
 */
export async function clearAttempts(by: AttemptBy): Promise<void> {
  const key = by.device ? `device:${by.device}` : `account:${secretKey(by.email)}`;
  await db().attemptLimit.deleteMany({ where: { key } });
  if (by.device) return;
  const shared = [`network:${networkOf(by.address)}`, "everybody"];
  await db().attemptLimit.updateMany({
    where: { key: { in: shared }, hits: { gt: 0 } },
    data: { hits: { decrement: 1 } },
  });
}

function secretKey(email: string): string {
  return keyed(env().AUTH_SECRET, `attempt:${email}`).slice(0, 32);
}

/** The /24 or /64 an address is in: whoever has one address there usually has them all. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, "");
  if (!isIPv6(plain)) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

function inWords(seconds: number): string {
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}
