import "server-only";
import { isIPv6 } from "node:net";
import { db } from "../db";
import { env } from "../env";
import { DomainError } from "../errors";
import { keyed } from "./tokens";

const PER_ACCOUNT = { limit: 10, window: "10 minutes", grows: true };
const PER_NETWORK = { limit: 30, window: "10 minutes", grows: true };
const EVERYBODY = { limit: 300, window: "1 minute", grows: false };

type Limit = typeof PER_ACCOUNT & { key: string };
/** `realm` keeps customers' attempts apart from admins': one cannot lock the other. */
export type AttemptBy = { email: string; address: string; device?: string; realm?: "store" };

/**
 * Counts one sign-in attempt, before any password is hashed; the counters live in PostgreSQL, so all instances
 * share them. A browser that signed in before has its own counter: others cannot lock it out. The network comes
 * first: one that has used up its own attempts cannot lock any more accounts, nor everybody.
 * Throws `limited` with `retryAfter` in seconds; `facts.locked` on the one attempt that locks an account.
 */
export async function takeAttempt(by: AttemptBy): Promise<void> {
  await take(limitsOf(by));
}

/**
 * A right password ends the count of this account (or device) and gives its one attempt back to the others,
 * so that an office full of people behind one address is not taken for an attack.
 */
export async function clearAttempts(by: AttemptBy): Promise<void> {
  const keys = limitsOf(by).map(({ key }) => key);
  await db().$queryRaw`select clientele_clear_attempts(${keys}, ${ownKey(by)})::text`;
}

/** Counts one try of a signed-in admin to name the present password. Throws `limited`. */
export async function takePasswordCheck(adminId: string): Promise<void> {
  await take([{ key: `own:${adminId}`, ...PER_ACCOUNT }]);
}

/** The present password was right. */
export async function clearPasswordChecks(adminId: string): Promise<void> {
  await db().attemptLimit.deleteMany({ where: { key: `own:${adminId}` } });
}

/** What strangers may ask so many times from one network: whether an account exists, a mail, an account of their own. */
const OPEN_QUESTIONS = {
  exists: { limit: 30, window: "1 minute", grows: false },
  resetMail: { limit: 100, window: "1 minute", grows: false },
  signUp: { limit: 300, window: "10 minutes", grows: false },
};

/** Counts one such question. Throws `limited` with `retryAfter`. */
export async function takeQuestion(
  about: keyof typeof OPEN_QUESTIONS,
  address: string,
): Promise<void> {
  await take([{ key: `${about}:${networkOf(address)}`, ...OPEN_QUESTIONS[about] }]);
}

/** Counts one mail to an address: false when it has had enough of them for now. */
export async function takeMailTo(email: string): Promise<boolean> {
  const key = `mail:${keyed(env().AUTH_SECRET, `mail:${email}`).slice(0, 32)}`;
  return take([{ key, limit: 5, window: "15 minutes", grows: false }]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError && error.code === "limited") return false;
      throw error;
    },
  );
}

async function take(limits: Limit[]): Promise<void> {
  const of = <K extends keyof Limit>(field: K) => limits.map((limit) => limit[field]);
  const [row] = await db().$queryRaw<{ wait: number; locked: string | null }[]>`
    select wait, locked from clientele_take_attempts(
      ${of("key")}, ${of("limit")}::integer[], ${of("window")}::interval[], ${of("grows")}::boolean[])`;
  if (!row || row.wait === 0) return;
  throw new DomainError("limited", `Too many attempts. Try again ${inWords(row.wait)}.`, {
    retryAfter: row.wait,
    facts: { locked: row.locked?.startsWith("account:") ?? false },
  });
}

function limitsOf(by: AttemptBy): Limit[] {
  const own = { key: ownKey(by), ...PER_ACCOUNT };
  if (by.device) return [own];
  const at = by.realm ? `${by.realm}:` : "";
  const network = { key: `${at}network:${networkOf(by.address)}`, ...PER_NETWORK };
  return [network, own, { key: `${at}everybody`, ...EVERYBODY }];
}

function ownKey({ email, device, realm }: AttemptBy): string {
  if (device) return `device:${device}`;
  return `account:${keyed(env().AUTH_SECRET, `attempt:${realm ?? ""}${email}`).slice(0, 32)}`;
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
