import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../terminal/refusal.mjs";

/**
 * The system user that PostgreSQL runs as. PostgreSQL refuses to run as root.
 * @typedef {{ name: string, uid: number, gid: number }} Account
 */

/**
 * @param {string[]} folders of a database that may be there already: their owner is kept
 * @returns {Account | null} null when that is simply who we are
 */
export function postgresAccount(folders) {
  if (process.getuid?.() !== 0) return null;
  const accounts = systemAccounts();
  const owner = folders.map(ownerOf).find((uid) => uid > 0);
  const account = owner
    ? accounts.find(({ uid }) => uid === owner)
    : (accounts.find(({ name }) => name === "postgres") ??
      accounts.find(({ name }) => name === "nobody"));
  if (account) return account;
  throw new Refusal(
    owner
      ? `The data folder belongs to user number ${owner}, whom this system does not know.`
      : "PostgreSQL does not run as root, and this system has neither a user postgres nor nobody: start Clientele as an ordinary user.",
  );
}

/**
 * What to add to a spawn so that it runs as the account.
 * @param {Account | null} account
 */
export function runAs(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * @param {Account | null} account
 * @param {"-x" | "-r"} what
 * @param {string} file
 */
export function canAccess(account, what, file) {
  const test = spawnSync("/bin/sh", ["-c", `test ${what} "$1"`, "sh", file], {
    ...runAs(account),
    cwd: "/",
    stdio: "ignore",
  });
  return test.status === 0;
}

function systemAccounts() {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 7)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function ownerOf(folder) {
  try {
    return statSync(folder).uid;
  } catch {
    return null;
  }
}
