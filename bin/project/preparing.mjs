import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "../data/lock.mjs";
import { leaveToOwnerOf } from "../data/owner.mjs";

const POLL_MS = 200;

/**
 * Installing, generating and building write into the project folder: one process at a time.
 * @param {string} root
 * @param {(title: string) => void} say
 * @param {() => Promise<void> | void} work
 */
export async function whilePreparing(root, say, work) {
  const folder = path.join(root, ".data");
  // Not closed: a data folder may lie below, which PostgreSQL's own user has to reach.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  leaveToOwnerOf(root, folder);
  const file = path.join(folder, "preparing.lock");
  let taken = await takeLock(file);
  while (taken.holder) {
    say(`Waiting for process ${taken.holder.pid}, which prepares the same folder`);
    await sleep(POLL_MS);
    taken = await takeLock(file);
  }
  try {
    await work();
  } finally {
    taken.release();
  }
}
