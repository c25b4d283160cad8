import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { leaveToOwnerOf } from "../data/owner.mjs";
import { Refusal } from "../terminal/refusal.mjs";
import { canAccess } from "./account.mjs";

/** PostgreSQL cannot bind a socket whose path is longer than this. */
const SOCKET_PATH_LIMIT = 107;
const SYSTEM_FOLDER = "/var/lib/clientele";

/**
 * Where the parts of an embedded server lie. PostgreSQL's account owns `data` and `socket` only;
 * its settings and its log stay ours, so that the server cannot rewrite them.
 * @typedef {object} Cluster
 * @property {string} folder
 * @property {string} data
 * @property {string | null} socket null where the path would be too long
 * @property {string} settings
 * @property {string} hostRules
 * @property {string} log
 */

/**
 * @param {string} dataDir
 * @param {import("./account.mjs").Account | null} account
 * @param {string} [known] a folder elsewhere, chosen at an earlier start
 * @returns {Cluster}
 */
export function prepareCluster(dataDir, account, known) {
  if (account) openDoorTo(account, dataDir);
  if (known && !existsSync(path.join(known, "data", "PG_VERSION"))) {
    throw new Refusal(`The database that was kept in ${known} is no longer there.`);
  }
  const folder = known ?? chooseFolder(dataDir, account);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  leaveToOwnerOf(path.dirname(folder), folder);
  if (account) openDoorTo(account, folder);
  const socket = path.join(folder, "socket");
  const fits = `${socket}/.s.PGSQL.65535`.length <= SOCKET_PATH_LIMIT;
  if (fits) giveFolder(socket, account);
  return {
    folder,
    data: path.join(folder, "data"),
    socket: fits ? socket : null,
    settings: path.join(folder, "postgresql.conf"),
    hostRules: path.join(folder, "pg_hba.conf"),
    log: path.join(dataDir, "postgres.log"),
  };
}

/**
 * Makes a folder that PostgreSQL's account owns and nobody else may enter.
 * @param {string} folder
 * @param {import("./account.mjs").Account | null} account
 */
export function giveFolder(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/**
 * @param {import("./account.mjs").Account} account
 * @param {string} file
 */
export function letRead(account, file) {
  chownSync(file, statSync(file).uid, account.gid);
}

/**
 * @param {string} folder
 */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The account may pass through root's folder to its own, and see nothing else on the way. */
function openDoorTo(account, folder) {
  if (statSync(folder).uid !== 0) return;
  chownSync(folder, 0, account.gid);
  chmodSync(folder, 0o710);
}

/** Below root's home no other user can reach anything, so there the database lives elsewhere. */
function chooseFolder(dataDir, account) {
  if (!account || canAccess(account, "-x", dataDir)) return path.join(dataDir, "postgres");
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o711);
  const mark = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  return path.join(SYSTEM_FOLDER, mark);
}
