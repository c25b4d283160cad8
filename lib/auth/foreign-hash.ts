import "server-only";
import { createHash, createHmac, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const TAG = "$scrypt-kdf$";
const BYTES = 96;
/** What one hash from elsewhere may cost us: memory in bytes, and rounds in all (about a second). */
const MOST_MEMORY = 256 * 1024 * 1024;
const MOST_ROUNDS = 2 ** 21;
/** About what one hash of ours costs. */
const DEAR_ROUNDS = 2 ** 17;

type Header = { N: number; r: number; p: number };

/**
 * A hash that Medusa keeps (base64 in the format of scrypt-kdf), as we keep it: tagged. Null when it is none, is
 * damaged, or would cost more memory or time to verify than a sign-in may.
 */
export function foreignHash(base64: string): string | null {
  const bytes = Buffer.from(base64, "base64");
  return headerOf(bytes) && TAG + bytes.toString("base64");
}

/** True for a hash that foreignHash made. */
export function isForeign(hash: string): boolean {
  return hash.startsWith(TAG);
}

/** True when verifying takes less than with a hash of ours, which would tell that there is such an account. */
export function isCheap(hash: string): boolean {
  const header = headerOf(bytesOf(hash));
  return !header || rounds(header) < DEAR_ROUNDS;
}

/**
 * Whether the password is the hashed one. Medusa hashed it as it was sent, so every form in which a keyboard may send
 * the same letters is tried. False for a hash that foreignHash would refuse.
 */
export async function verifyForeign(password: string, hash: string): Promise<boolean> {
  const bytes = bytesOf(hash);
  const header = headerOf(bytes);
  if (!header) return false;
  for (const form of new Set([password, password.normalize("NFC"), password.normalize("NFD")]))
    if (await isMadeFrom(form, bytes, header)) return true;
  return false;
}

async function isMadeFrom(text: string, bytes: Buffer, { N, r, p }: Header): Promise<boolean> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  const maxmem = 2 * MOST_MEMORY;
  const key = await run(text, bytes.subarray(16, 48), 64, { N, r, p, maxmem });
  const seal = createHmac("sha256", key.subarray(32)).update(bytes.subarray(0, 64)).digest();
  return timingSafeEqual(seal, bytes.subarray(64, BYTES));
}

/** The file header of Colin Percival's scrypt: name, version, parameters, salt, a checksum of these, a seal. */
function headerOf(bytes: Buffer): Header | null {
  if (bytes.length !== BYTES || bytes.toString("latin1", 0, 7) !== "scrypt\0") return null;
  const sum = createHash("sha256").update(bytes.subarray(0, 48)).digest().subarray(0, 16);
  if (!sum.equals(bytes.subarray(48, 64))) return null;
  const header = { N: 2 ** (bytes[7] ?? 0), r: bytes.readUInt32BE(8), p: bytes.readUInt32BE(12) };
  return isAffordable(header) ? header : null;
}

function isAffordable(header: Header): boolean {
  const { N, r, p } = header;
  // RFC 7914: N is below 2^(128 r / 8)
  const isPossible = N > 1 && r > 0 && p > 0 && Math.log2(N) < 16 * r;
  return isPossible && 128 * r * (N + p) <= MOST_MEMORY && rounds(header) <= MOST_ROUNDS;
}

function rounds({ N, r, p }: Header): number {
  return N * r * p;
}

function bytesOf(hash: string): Buffer {
  return Buffer.from(hash.slice(TAG.length), "base64");
}
