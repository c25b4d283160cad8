import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../terminal/command.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { whilePreparing } from "./preparing.mjs";

/**
 * Installs the packages when they are missing or differ from the lock file.
 * @param {string} root
 * @param {(title: string) => void} say
 */
export async function ensureDependencies(root, say) {
  const stamp = path.join(root, "node_modules", ".clientele-lock");
  const wanted = fingerprint(root, ["package-lock.json"]);
  const isFresh = () => readStamp(stamp) === wanted;
  if (isFresh()) return say("Dependencies up to date");
  await whilePreparing(root, say, async () => {
    say("Dependencies up to date");
    if (isFresh()) return;
    if (matchesLockFile(root)) return writeStamp(stamp, wanted);
    say("Installing dependencies");
    rmSync(stamp, { force: true });
    await install(root);
    writeStamp(stamp, wanted);
    say("Dependencies installed");
  });
}

/** No package runs scripts of its own here. What PostgreSQL's needs is done by postgres/programs. */
async function install(root) {
  const command = existsSync(path.join(root, "package-lock.json")) ? "ci" : "install";
  const args = [command, "--ignore-scripts", "--include=dev", "--include=optional"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const npm = npmProgram();
  await runCommand(npm.program, [...npm.args, ...args, ...quiet], {
    cwd: root,
    failure:
      "The dependencies could not be installed: see above. Is the package registry in reach?",
  });
}

/** The npm that started us, when one did: it may be the only one. */
function npmProgram() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return { program: process.execPath, args: [script] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** Someone may have run `npm ci` by hand: npm's own record then equals the lock file. */
function matchesLockFile(root) {
  const locked = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([place, { version, optional }]) => {
    if (place === "") return true;
    if (!installed[place]) return Boolean(optional);
    return installed[place].version === version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}
