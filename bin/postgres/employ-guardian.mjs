import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Refusal } from "../terminal/refusal.mjs";
import { openLog } from "./log.mjs";

const MOST_FAILURES = 5;
const GUARDIAN = fileURLToPath(new URL("guardian.mjs", import.meta.url));

/**
 * What a guardian is told.
 * @typedef {Pick<import("./cluster.mjs").Cluster, "data" | "socket" | "settings" | "log"> & {
 *   postgres: string,
 *   account: import("./account.mjs").Account | null,
 *   adopt?: boolean,
 * }} Task
 */

/**
 * Employs a guardian for the server and comes back when the server answers. A guardian that dies
 * is replaced by one that takes over the running server.
 * @param {Task} task
 * @param {{ log: (line: string) => void, onLost: (reason: string) => void }} listeners
 */
export async function employGuardian(task, { log, onLost }) {
  let dismissed = false;
  let lostAt = 0;
  let failures = 0;
  let current = engage({ ...task, adopt: false });
  await current.ready;
  watch(current);

  function watch(guardian) {
    guardian.onEvent((event) => {
      if (event === "lost") lostAt = Date.now();
      if (event === "lost") log("The database server ended unexpectedly; it is started again.");
      if (event !== "ready") return;
      failures = 0;
      if (lostAt) log(`The database server is back after ${since(lostAt)}.`);
      lostAt = 0;
    });
    guardian.ended.then(replace);
  }

  function replace(reason) {
    if (dismissed) return;
    failures += 1;
    if (reason || failures > MOST_FAILURES) {
      onLost(reason || "its guardian keeps ending");
      return;
    }
    current = engage({ ...task, adopt: true });
    watch(current);
  }

  return {
    /** Lets the guardian stop the server, and waits until both are gone. */
    async dismiss() {
      dismissed = true;
      current.release();
      await current.ended;
    },
  };
}

function since(time) {
  return `${((Date.now() - time) / 1000).toFixed(1)} s`;
}

function engage(task) {
  const errors = openLog(task.log);
  const child = spawn(process.execPath, [GUARDIAN, JSON.stringify(task)], {
    detached: true,
    cwd: "/",
    env: { PATH: process.env.PATH },
    stdio: ["pipe", "pipe", errors.fd],
  });
  closeSync(errors.fd);
  child.stdin.on("error", () => {});
  const listeners = [];
  let reason = "";
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const message = JSON.parse(line);
    if (message.event === "failed") reason = message.reason;
    for (const listener of listeners) listener(message.event);
  });
  const ended = new Promise((resolve) => child.once("close", () => resolve(reason)));
  const ready = new Promise((resolve, reject) => {
    listeners.push((event) => event === "ready" && resolve());
    ended.then(() =>
      reject(new Refusal(`The database did not start: ${reason || "its guardian was ended"}.`)),
    );
  });
  ready.catch(() => {});
  return {
    ready,
    ended,
    onEvent: (listener) => listeners.push(listener),
    release: () => child.stdin.end(),
  };
}
