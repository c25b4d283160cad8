import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../postgres/connect.mjs";
import { Refusal } from "../terminal/refusal.mjs";

/** Prisma's own number, so that the two keep out of each other's way. */
const LOCK = 72_707_369;
const PATIENCE_MS = 5 * 60_000;
const POLL_MS = 100;

/**
 * Runs the work while no other instance migrates. The lock lives in a transaction on a connection
 * of its own: so it also holds behind a pooler, and it is free again when this process dies.
 * @template T
 * @param {string} url
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function underMigrationLock(url, work) {
  const keeper = await connect(url);
  try {
    await keeper.query("begin");
    await keeper.query("set local idle_in_transaction_session_timeout = 0");
    await waitForLock(keeper);
    return await work();
  } finally {
    await keeper.end();
  }
}

/**
 * Asks again and again. A blocking wait would hold a snapshot, for which CREATE INDEX CONCURRENTLY
 * of the instance that has the lock would wait in turn.
 */
async function waitForLock(keeper) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    // Without parameters: with them the answer stays open on the server, and so does its snapshot.
    const { rows } = await keeper.query(`select pg_try_advisory_xact_lock(${LOCK}) as mine`);
    if (rows[0].mine) return;
    if (Date.now() > deadline) {
      throw new Refusal("Another instance has been migrating the database for five minutes.");
    }
    await sleep(POLL_MS);
  }
}
