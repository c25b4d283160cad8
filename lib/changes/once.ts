import "server-only";
import { createHmac } from "node:crypto";
import type { Actor } from "../actor";
import { isLockTimeout } from "../database-errors";
import { db, type Tx } from "../db";
import { env } from "../env";
import { DomainError } from "../errors";
import type { Prisma } from "../generated/prisma/client";

/**
 * `key` names one intent (a form opened once, an Idempotency-Key header); `input` is what was asked.
 * `replayed` is set when the answer is the kept one.
 */
export type Once = {
  key: string;
  input: unknown;
  /** Whose key it is, when the request comes from nobody known yet. */
  scope?: string;
  replayed?: boolean;
};

/**
 * Does the work the first time this actor uses the key and answers the kept result after that.
 * The key is written in the work's own transaction: both are there or neither is, and a second request
 * that comes meanwhile waits for the first. Throws `conflict` when the key was used with another input
 * (facts `{ key: "reused" }`) or when the first is still at work after the lock's patience (`{ key: "running" }`).
 */
export async function answerOnce<T>(
  tx: Tx,
  actor: Actor,
  once: Once,
  work: () => Promise<T>,
): Promise<T> {
  const fingerprint = fingerprintOf(once.input);
  const id = { actorId: once.scope ?? actor.id, key: once.key };
  if (!(await claimKey(tx, id, fingerprint))) {
    const kept = await tx.requestKey.findUniqueOrThrow({ where: { actorId_key: id } });
    if (kept.fingerprint !== fingerprint)
      throw new DomainError("conflict", "This request was already sent with other values.", {
        facts: { key: "reused" },
      });
    once.replayed = true;
    return kept.answer as T;
  }
  const answer = await work();
  const plain = JSON.parse(JSON.stringify(answer ?? null)) as Prisma.InputJsonValue;
  await tx.requestKey.update({ where: { actorId_key: id }, data: { answer: plain } });
  return plain as T;
}

/** What the first request with this key was answered, for work that cannot even begin a second time. */
export async function keptAnswer<T>(once: Once): Promise<T | undefined> {
  const id = { actorId: once.scope ?? "", key: once.key };
  const kept = await db().requestKey.findUnique({ where: { actorId_key: id } });
  if (!kept || kept.fingerprint !== fingerprintOf(once.input)) return undefined;
  once.replayed = true;
  return kept.answer as T;
}

/** True for the first request with this key; one that comes meanwhile waits here for the first to end. */
async function claimKey(
  tx: Tx,
  { actorId, key }: { actorId: string; key: string },
  fingerprint: string,
): Promise<boolean> {
  try {
    const claimed = await tx.$executeRaw`
      insert into request_key (actor_id, key, fingerprint) values (${actorId}, ${key}, ${fingerprint})
      on conflict do nothing`;
    return claimed > 0;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    throw new DomainError(
      "conflict",
      "The first request with this key is still at work. Try again in a moment.",
      {
        facts: { key: "running" },
        retryAfter: 1,
        cause: error,
      },
    );
  }
}

/** Keyed, since an input may hold a password that a plain hash would give away. */
function fingerprintOf(input: unknown): string {
  return createHmac("sha256", env().AUTH_SECRET).update(JSON.stringify(input)).digest("hex");
}
