import "server-only";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { DomainError } from "../errors";

/** argon2id at the cost of the OWASP cheat sheet: 46 MiB, one pass, one lane. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const CURRENT = /^(?:\$argon2id\$v=19\$m=47104,t=1,p=1\$|\$scrypt\$ln=17,r=8,p=1\$)/;
const AT_ONCE = 2;
const WAITING = 20;

let running = 0;
const queue: (() => void)[] = [];
let dummy: Promise<string> | undefined;

/** A PHC string for the password (NFC, never trimmed). Throws `busy` when too many hashes wait. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(async () => {
    const argon2 = await loadArgon2();
    const text = password.normalize("NFC");
    return argon2 ? argon2.hash(text, COST) : scryptHash(text, randomBytes(16));
  });
}

/**
 * Whether the password is the hashed one. Without a hash a dummy of the same cost is verified,
 * so that an unknown user takes as long as a wrong password. Throws `busy` when too many hashes wait.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString("hex"));
  const against = hash ?? (await dummy);
  const right = await inTurn(() => verify(password.normalize("NFC"), against));
  return right && hash !== null;
}

/** True when the hash was made at an older cost and should be made anew at the next sign-in. */
export function isOutdated(hash: string): boolean {
  return !CURRENT.test(hash);
}

async function verify(text: string, hash: string): Promise<boolean> {
  if (!hash.startsWith("$scrypt$")) {
    const argon2 = await loadArgon2();
    return argon2 ? argon2.verify(hash, text).catch(() => false) : false;
  }
  const [, , , salt] = hash.split("$");
  const again = await scryptHash(text, Buffer.from(salt ?? "", "base64"));
  return again.length === hash.length && timingSafeEqual(Buffer.from(again), Buffer.from(hash));
}

/** Where the argon2 binary does not load, Node's own scrypt at the cost OWASP names beside it. */
async function scryptHash(text: string, salt: Buffer): Promise<string> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  const key = await run(text, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
  return `$scrypt$ln=17,r=8,p=1$${salt.toString("base64")}$${key.toString("base64")}`;
}

async function loadArgon2() {
  return import("@node-rs/argon2").catch(() => null);
}

/** Two at once: hashing shares libuv's threads with files and name look-ups, which a login storm must not starve. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING)
      throw new DomainError("busy", "Too many sign-ins at once. Try again in a moment.", {
        retryAfter: 2,
      });
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}
