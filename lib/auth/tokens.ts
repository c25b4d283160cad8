import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits as 64 hex digits. */
export function randomToken(): string {
  return randomBytes(32).toString("hex");
}

/** What is stored of a token: its SHA-256 in hex. A token has 256 bits, so no slow hash is needed. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** HMAC-SHA-256 in hex, for keys that must not tell what they stand for. */
export function keyed(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Equal in constant time. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
