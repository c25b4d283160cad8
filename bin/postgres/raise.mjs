import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { processBirth } from "../data/process-birth.mjs";
import { runAs } from "./account.mjs";
import { logSince, logSize, openLog } from "./log.mjs";
import { clearRemains, isReady, stopPostmaster } from "./postmaster.mjs";

/** Children of a killed server may hold its shared memory for a while. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 300;
const POLL_MS = 20;
const HOPELESS =
  /could not bind|Address already in use|incompatible|configuration file|Permission denied|No space left|not recognized/i;

/**
 * Starts a server and waits until it answers; tries again while remains of an earlier one are in
 * the way. Recovery after a crash may take as long as it needs.
 * @param {import("./employ-guardian.mjs").Task} task
 * @param {() => boolean} isWanted
 * @returns {Promise<{ postmaster?: import("./postmaster.mjs").Postmaster, failure?: string }>}
 */
export async function raise(task, isWanted) {
  const deadline = Date.now() + PATIENCE_MS;
  while (isWanted()) {
    await clearRemains(task);
    const before = logSize(task.log);
    const postmaster = await attempt(task, isWanted);
    if (postmaster) return { postmaster };
    const said = logSince(task.log, before);
    if (HOPELESS.test(said) || Date.now() > deadline) return { failure: lastReason(said) };
    await sleep(PAUSE_MS);
  }
  return {};
}

async function attempt({ postgres, data, settings, log, account }, isWanted) {
  const output = openLog(log);
  const child = spawn(postgres, ["-D", data, "-c", `config_file=${settings}`], {
    ...runAs(account),
    cwd: data,
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", output.fd, output.fd],
  });
  output.close();
  let isOver = false;
  for (const event of ["error", "exit"]) {
    child.once(event, () => {
      isOver = true;
    });
  }
  const postmaster = { pid: child.pid ?? 0, birth: child.pid ? processBirth(child.pid) : null };
  while (!isOver) {
    if (isReady(data, postmaster.pid)) return postmaster;
    if (!isWanted()) {
      await stopPostmaster(postmaster);
      return null;
    }
    await sleep(POLL_MS);
  }
  return null;
}

function lastReason(said) {
  const lines = said.trim().split("\n");
  const fatal = lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lines.at(-1) ?? "";
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, "") || "it ended without saying why";
}
