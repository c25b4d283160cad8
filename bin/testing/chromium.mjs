import { existsSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../terminal/command.mjs";
import { Refusal } from "../terminal/refusal.mjs";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium, or fetches one: Playwright's own, else Debian's package.
 * @param {string} root
 * @param {(title: string) => void} say
 * @returns {Promise<string>} the program's path
 */
export async function findChromium(root, say) {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Refusal(`CHROMIUM_PATH names ${named}: no such file.`);
  const present = named || systemChromium() || (await playwrightChromium());
  const found = present ?? (await fetchChromium(root, say));
  say(`Chromium: ${found}`);
  return found;
}

async function fetchChromium(root, say) {
  say("Fetching Chromium by Playwright");
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  await attempt(process.execPath, [cli, "install", "chromium"], root);
  const fetched = await playwrightChromium();
  if (fetched) return fetched;

  say("Installing Debian's Chromium");
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  await attempt(...commandOf([...prefix, "apt-get", "update"]), root);
  await attempt(...commandOf([...prefix, "apt-get", "install", "-y", "chromium"]), root);
  const installed = systemChromium();
  if (installed) return installed;
  throw new Refusal(
    "No Chromium was found, and none could be fetched: install one and let CHROMIUM_PATH name it.",
  );
}

/** A browser of this machine, or null. */
export function systemChromium() {
  return SYSTEM_BROWSERS.find(existsSync) ?? null;
}

async function playwrightChromium() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

/** Whether it worked shows in whether a browser is there afterwards. */
async function attempt(program, args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCommand(program, args, { cwd, env }).catch(() => {});
}

function commandOf([program, ...args]) {
  return [program, args];
}
