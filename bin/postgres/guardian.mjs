/**
 * The guardian: a process of its own that keeps one PostgreSQL server running for as long as its
 * launcher lives. Its standard input is a pipe from the launcher; when that closes, however the
 * launcher ended, the server is stopped in good order. When the server dies before that, it is
 * started again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isStillRunning } from "../data/process-birth.mjs";
import { boundLog } from "./log.mjs";
import { findPostmaster, stopPostmaster } from "./postmaster.mjs";
import { raise } from "./raise.mjs";

const WATCH_MS = 100;

/** @type {import("./employ-guardian.mjs").Task} */
const task = JSON.parse(process.argv[2]);
let launcherLives = true;

// Ctrl-C and a terminal that closes concern the launcher; it then closes the pipe.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
for (const event of ["end", "close", "error"]) {
  process.stdin.on(event, () => {
    launcherLives = false;
  });
}
process.stdin.resume();
process.stdout.on("error", () => {});
boundLog(task.log);

const failure = await guard();
if (failure) tell({ event: "failed", reason: failure });
process.exit(failure ? 1 : 0);

async function guard() {
  let postmaster = task.adopt ? findPostmaster(task.data) : null;
  while (launcherLives) {
    if (!postmaster) {
      const raised = await raise(task, () => launcherLives);
      if (raised.failure) return raised.failure;
      postmaster = raised.postmaster;
    }
    if (!postmaster) break;
    tell({ event: "ready", pid: postmaster.pid });
    while (launcherLives && isStillRunning(postmaster)) await sleep(WATCH_MS);
    if (!launcherLives) break;
    tell({ event: "lost" });
    postmaster = null;
  }
  if (postmaster) await stopPostmaster(postmaster);
  return null;
}

function tell(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
