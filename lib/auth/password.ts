import "server-only";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { createTurns } from "../turns";
import { isCheap, isForeign, verifyForeign } from "./foreign-hash";

/** argon2id at the cost of the OWASP cheat sheet: 46 MiB, one pass, one lane. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const ARGON2 = "$argon2id$v=19$m=47104,t=1,p=1$";
const SCRYPT = "$scrypt$ln=17,r=8,p=1$";

/** Two at once: hashing shares libuv's threads with files and name look-ups, which a storm must not starve. */
const inTurn = createTurns({ atOnce: 2, waiting: 20 });

/** A PHC string for the password (NFC, never trimmed). Throws `busy` when too many hashes wait. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(async () => {
    const argon2 = await loadArgon2();
    const text = password.normalize("NFC");
    return argon2 ? argon2.hash(text, COST) : scryptHash(text, randomBytes(16));
  });
}

/**
 * Whether the password is the hashed one. Without a hash one that nobody's password has is verified at the same
 * cost, so that an unknown user takes as long as a wrong password. Throws `busy` when too many hashes wait.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const right = await inTurn(async () => verify(password, hash ?? (await nobodysHash())));
  return right && hash !== null;
}

/** True when the hash was made elsewhere or at an older cost and should be made anew at the next sign-in. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(ARGON2) && !hash.startsWith(SCRYPT);
}

async function verify(password: string, hash: string): Promise<boolean> {
  if (isForeign(hash)) return verifyImported(password, hash);
  const text = password.normalize("NFC");
  if (hash.startsWith("$scrypt$")) return verifyScrypt(text, hash);
  const argon2 = await loadArgon2();
  return argon2 ? argon2.verify(hash, text).catch(() => false) : false;
}

/** Medusa's first generation hashed at next to no cost: nobody's hash is verified beside such a one. */
async function verifyImported(password: string, hash: string): Promise<boolean> {
  const right = await verifyForeign(password, hash);
  if (isCheap(hash)) await verify(password, await nobodysHash());
  return right;
}

async function verifyScrypt(text: string, hash: string): Promise<boolean> {
  const salt = hash.split("$")[3] ?? "";
  const again = await scryptHash(text, Buffer.from(salt, "base64"));
  return again.length === hash.length && timingSafeEqual(Buffer.from(again), Buffer.from(hash));
}

/** Where the argon2 binary does not load, Node's own scrypt at the cost OWASP names beside it. */
async function scryptHash(text: string, salt: Buffer): Promise<string> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  const key = await run(text, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
  return `${SCRYPT}${phc(salt)}$${phc(key)}`;
}

/** Random bytes in the form of a hash of today: as slow to verify as a real one, and right for no password. */
async function nobodysHash(): Promise<string> {
  const form = (await loadArgon2()) ? ARGON2 : SCRYPT;
  return `${form}${phc(randomBytes(16))}$${phc(randomBytes(32))}`;
}

/** Base64 as the PHC string format has it: without padding. */
function phc(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

async function loadArgon2() {
  return import("@node-rs/argon2").catch(() => null);
}
