import "server-only";
import type { Actor, Right } from "../actor";
import { isRetryable } from "../database-errors";
import { db, type Tx } from "../db";
import { requireRight } from "../errors";
import { newId } from "../ids";
import { answerOnce, type Once } from "./once";

export type About = {
  /** Noun and verb, such as `customer.update`. */
  kind: string;
  /** A short sentence for people, such as `Edited Jane Doe`. */
  label: string;
  /** The right it takes; `write` unless told. */
  right?: Exclude<Right, "read">;
  /** Makes a retried request answer what the first one did, instead of doing it again. */
  once?: Once;
  /** How long all of the work may take; 15 unless told. One statement always ends after 7. */
  seconds?: number;
};

/** What the work gets. It may word `label` better once it knows more. */
export type Change = { tx: Tx; setId: string; label: string };

const ATTEMPTS = 3;

/**
 * The one way to write. Checks the right, opens a transaction and a change set in it, runs the work;
 * the database's triggers keep before and after of every row under that set. Work that changed nothing
 * leaves no set. A deadlock is tried again. Throws `forbidden` when the actor lacks the right.
 */
export async function change<T>(
  actor: Actor,
  about: About,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const right = about.right ?? "write";
  requireRight(actor, right);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction((tx) => inOneSet(tx, actor, about, work), {
        timeout: (about.seconds ?? 15) * 1000,
        maxWait: 4_000,
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
    }
  }
}

async function inOneSet<T>(
  tx: Tx,
  actor: Actor,
  about: About,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const run = async () => {
    const setId = newId("chg");
    await tx.$queryRaw`
      with opened as (
        insert into change_set (id, actor_kind, actor_id, actor_name, door, kind, label)
        values (${setId}, ${actor.kind}, ${actor.id}, ${actor.name}, ${actor.door}, ${about.kind}, ${about.label})
        returning id)
      select set_config('clientele.change_set', id, true) from opened`;
    const open = { tx, setId, label: about.label };
    const result = await work(open);
    await tx.$executeRaw`
      with empty as (delete from change_set where id = ${setId} and rows = 0)
      update change_set set label = ${open.label} where id = ${setId} and rows > 0 and label <> ${open.label}`;
    return result;
  };
  return about.once ? answerOnce(tx, actor, about.once, run) : run();
}
