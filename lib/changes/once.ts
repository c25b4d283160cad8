import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import type { Tx } from "../db";
import { DomainError } from "../errors";
import type { Prisma } from "../generated/prisma/client";

/** `key` names one intent (a form opened once, an Idempotency-Key header); `input` is what was asked. */
export type Once = { key: string; input: unknown };

/**
 * Does the work the first time this actor uses the key and answers the kept result after that.
 * The key is written in the work's own transaction: both are there or neither is, and a second request
 * that comes meanwhile waits for the first. Throws `conflict` when the key was used with another input.
 */
export async function answerOnce<T>(
  tx: Tx,
  actor: Actor,
  once: Once,
  work: () => Promise<T>,
): Promise<T> {
  const fingerprint = createHash("sha256").update(JSON.stringify(once.input)).digest("hex");
  const id = { actorId: actor.id, key: once.key };
  const first = await tx.$executeRaw`
    insert into request_key (actor_id, key, fingerprint) values (${actor.id}, ${once.key}, ${fingerprint})
    on conflict do nothing`;
  if (first === 0) {
    const kept = await tx.requestKey.findUniqueOrThrow({ where: { actorId_key: id } });
    if (kept.fingerprint !== fingerprint)
      throw new DomainError("conflict", "This request was already sent with other values.", {
        facts: { idempotency: true },
      });
    return kept.answer as T;
  }
  const answer = await work();
  const plain = JSON.parse(JSON.stringify(answer ?? null)) as Prisma.InputJsonValue;
  await tx.requestKey.update({ where: { actorId_key: id }, data: { answer: plain } });
  return plain as T;
}
