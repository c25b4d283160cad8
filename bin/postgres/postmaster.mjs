import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isStillRunning, processBirth } from "../data/process-birth.mjs";

const POLL_MS = 25;
const FAST_STOP_MS = 60_000;
const QUICK_STOP_MS = 5_000;

/**
 * A server process: its number and when it began.
 * @typedef {{ pid: number, birth: string | null }} Postmaster
 */

/**
 * The live server of a data folder, if there is one.
 * @param {string} data
 * @returns {Postmaster | null}
 */
export function findPostmaster(data) {
  const pid = readPidFile(data)?.pid;
  if (!pid) return null;
  const postmaster = { pid, birth: processBirth(pid) };
  return isStillRunning(postmaster) && servesFolder(pid, data) ? postmaster : null;
}

/**
 * @param {string} data
 * @param {number} pid
 * @returns {boolean} whether that server answers by now
 */
export function isReady(data, pid) {
  const file = readPidFile(data);
  return file?.pid === pid && file.status === "ready";
}

/**
 * Stops a server: in good order if it can, at once if it must. What it acknowledged stays.
 * @param {Postmaster} postmaster
 */
export async function stopPostmaster(postmaster) {
  const ways = [
    { signal: "SIGINT", patience: FAST_STOP_MS },
    { signal: "SIGQUIT", patience: QUICK_STOP_MS },
    { signal: "SIGKILL", patience: QUICK_STOP_MS },
  ];
  for (const { signal, patience } of ways) {
    send(postmaster, signal);
    // A server that was halted takes no other signal before this one.
    send(postmaster, "SIGCONT");
    if (await isGoneWithin(postmaster, patience)) return;
  }
}

/**
 * Clears what a killed server leaves behind: lock files that name nobody, or somebody else by now,
 * and children that hold on to its shared memory.
 * @param {{ data: string, socket: string | null }} cluster
 */
export async function clearRemains({ data, socket }) {
  if (findPostmaster(data)) return;
  rmSync(path.join(data, "postmaster.pid"), { force: true });
  for (const name of socket ? readdirSync(socket) : []) rmSync(path.join(socket, name));
  const children = orphans(data);
  for (const child of children) send(child, "SIGQUIT");
  await Promise.all(
    children.map(async (child) => {
      if (!(await isGoneWithin(child, QUICK_STOP_MS))) send(child, "SIGKILL");
    }),
  );
}

function readPidFile(data) {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Math.abs(Number.parseInt(lines[0], 10)) || 0, status: lines[7]?.trim() };
  } catch {
    return null;
  }
}

/** Each PostgreSQL process works in its data folder; on Linux that tells whose it is. */
function servesFolder(pid, data) {
  if (process.platform !== "linux") return commandOf(pid).includes(data);
  try {
    const isPostgres = readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

function commandOf(pid) {
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function orphans(data) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => servesFolder(pid, data))
    .map((pid) => ({ pid, birth: processBirth(pid) }))
    .filter(isStillRunning);
}

async function isGoneWithin(postmaster, patience) {
  const deadline = Date.now() + patience;
  while (isStillRunning(postmaster)) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function send(postmaster, signal) {
  if (!isStillRunning(postmaster)) return;
  try {
    process.kill(postmaster.pid, signal);
  } catch {}
}
