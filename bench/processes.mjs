import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const START_MS = 600_000;

/**
 * Runs a script of this project to its end and shows what it prints.
 * @param {string[]} words
 * @param {Record<string, string>} env
 */
export async function runScript(words, env) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}.`);
}

/**
 * Starts a script that serves, and waits until it says that it is ready.
 * @param {string[]} words
 * @param {Record<string, string>} env
 * @returns {Promise<{ pid: number, stop: () => Promise<void> }>}
 */
export async function startScript(words, env) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const deadline = Date.now() + START_MS;
  while (!/^Ready on/m.test(said)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(said);
    await sleep(50);
  }
  return {
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
