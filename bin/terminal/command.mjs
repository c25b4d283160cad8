import { spawn } from "node:child_process";
import { Refusal } from "./refusal.mjs";

const KEPT_OUTPUT = 400_000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program quietly. What it prints is shown only when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, failure?: string, show?: boolean }} [options]
 *   `failure` is the sentence for the reader; `show` passes the output straight through
 * @returns {Promise<string>} what it printed
 */
export function runCommand(program, args, { cwd, env = process.env, failure, show } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? "inherit" : "pipe";
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", stdio, stdio] });
    running.add(child);
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      running.delete(child);
      reject(new Refusal(failure ?? `Could not run ${program}: ${error.message}`, { output }));
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(output);
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      reject(new Refusal(failure ?? `${program} ${how}.`, { output }));
    });
  });
}

/**
 * Ends commands that are still under way, so that none outlives its launcher.
 */
export function endRunningCommands() {
  for (const child of running) child.kill("SIGTERM");
}
