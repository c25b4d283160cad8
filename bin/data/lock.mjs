import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { isStillRunning, processBirth } from "./process-birth.mjs";
import { writeOnce } from "./write-once.mjs";

const SIGN_OF_LIFE_MS = 2_000;
const SILENT_AFTER_MS = 10_000;
const SETTLE_MS = 150;

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} birth
 * @property {string} machine
 * @property {string} [url] where the application is, if it is that
 * @property {string} [command] what else it is
 */

/**
 * Takes a lock that belongs to this process and is void when the process is gone.
 * @param {string} file
 * @param {{ url?: string, command?: string }} [note] told to whoever finds the lock taken
 * @returns {Promise<{ holder: Holder } | { release: () => void }>}
 */
export async function takeLock(file, note = {}) {
  const mine = JSON.stringify({
    pid: process.pid,
    birth: processBirth(process.pid),
    machine: os.hostname(),
    token: randomBytes(8).toString("hex"),
    ...note,
  });
  for (;;) {
    if (writeOnce(file, mine)) return heldLock(file, mine);
    const found = readLock(file);
    if (found === null) continue;
    if (isHeld(file, found)) return { holder: JSON.parse(found) };
    if (removeStale(file, found) && writeOnce(file, mine)) {
      // Someone who judged the same stale lock a moment ago may have moved ours aside: look again.
      await sleep(SETTLE_MS);
      if (readLock(file) === mine) return heldLock(file, mine);
    }
    await sleep(20);
  }
}

/**
 * What holds a lock, in words.
 * @param {Holder} holder
 */
export function describeHolder({ url, command, pid, machine }) {
  const place = `process ${pid} on ${machine}`;
  if (url) return `Clientele already runs on this data folder: ${url} (${place}).`;
  return `${command ?? "A command"} is at work on this data folder (${place}): try again when it is done.`;
}

function heldLock(file, mine) {
  const timer = setInterval(() => touch(file), SIGN_OF_LIFE_MS);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    if (readLock(file) === mine) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return { release };
}

/** Another machine or container cannot be asked for its processes: there the file's age decides. */
function isHeld(file, content) {
  const holder = parse(content);
  if (holder === null) return false;
  if (holder.machine === os.hostname()) return isStillRunning(holder);
  return age(file) < SILENT_AFTER_MS;
}

function removeStale(file, expected) {
  const aside = `${file}.${randomBytes(6).toString("hex")}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  const wasStale = readLock(aside) === expected;
  if (!wasStale) putBack(aside, file);
  rmSync(aside, { force: true });
  return wasStale;
}

function putBack(aside, file) {
  try {
    linkSync(aside, file);
  } catch {}
}

function readLock(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function parse(content) {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {}
}
