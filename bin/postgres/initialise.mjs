import { execFile } from "node:child_process";
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../terminal/refusal.mjs";
import { runAs } from "./account.mjs";
import { giveFolder, removeFolder } from "./cluster.mjs";

// Order and case come from PostgreSQL itself. Only the question "is this a letter?", which the
// trigram search asks, goes to the system's tables: with plain C, names in other scripts could
// not be found.
const LETTER_TABLES = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8", "C"];

/**
 * Makes an empty database cluster, unless there is one.
 * @param {{
 *   cluster: import("./cluster.mjs").Cluster,
 *   programs: import("./programs.mjs").Programs,
 *   account: import("./account.mjs").Account | null,
 *   password: string,
 *   durable: boolean,
 * }} given
 */
export async function initialise({ cluster, programs, account, password, durable }) {
  if (existsSync(path.join(cluster.data, "PG_VERSION"))) return;
  const draft = `${cluster.data}.draft`;
  const passwordFile = path.join(cluster.folder, "first-password");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    const complaint = await tryLetterTables((letters) => {
      removeFolder(draft);
      giveFolder(draft, account);
      return runInitdb({ programs, account, draft, passwordFile, letters, durable });
    });
    if (complaint !== null) {
      throw new Refusal("The database could not be made.", { output: complaint });
    }
    renameSync(draft, cluster.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** @returns {Promise<string | null>} the complaint, null when one of them served */
async function tryLetterTables(attempt) {
  let complaint = "";
  for (const letters of LETTER_TABLES) {
    complaint = await attempt(letters);
    if (complaint === null) return null;
    if (!/locale/i.test(complaint)) return complaint;
  }
  return complaint;
}

function runInitdb({ programs, account, draft, passwordFile, letters, durable }) {
  const args = [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${letters}`,
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return new Promise((resolve) => {
    execFile(programs.initdb, args, { ...runAs(account), cwd: draft, env }, (error, _, stderr) =>
      resolve(error ? stderr || error.message : null),
    );
  });
}
