import { chmodSync, existsSync, mkdirSync, realpathSync, statfsSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "../project/root.mjs";
import { Refusal } from "../terminal/refusal.mjs";

const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, "NFS"],
  [0xff534d42, "a Windows share"],
  [0x517b, "a Windows share"],
  [0xfe534d42, "a Windows share"],
]);
const SYNCED_FOLDERS = /[/\\](OneDrive|Dropbox|Google Drive|Mobile Documents)([/\\ ]|$)/;

/**
 * Makes the data folder, private to the user who starts Clientele.
 * @param {string} folder
 * @returns {string} its real path
 */
export function prepareDataFolder(folder) {
  refuseSharedFolder(folder);
  try {
    makeFolder(folder);
    const stat = statSync(folder);
    if (!stat.isDirectory()) throw new Refusal(`The data folder ${folder} is a file.`);
    if (stat.mode & 0o002) throw sharedFolder(folder);
    if (isOurs(stat) && stat.mode & 0o067) chmodSync(folder, 0o700);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The data folder ${folder} cannot be used: ${reason(error)}.`);
  }
  const real = realpathSync(folder);
  refuseForeignOwner(real);
  return real;
}

/**
 * @param {string} folder
 * @returns {string | null} why a database should not live there
 */
export function unsafePlace(folder) {
  if (SYNCED_FOLDERS.test(folder)) return "it is a synchronised folder";
  try {
    const kind = NETWORK_FILE_SYSTEMS.get(statfsSync(folder).type >>> 0);
    return kind ? `it is on ${kind}` : null;
  } catch {
    return null;
  }
}

/** Only the last part is private: others may have to pass through those above it. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another starter may have made it in between.
    if (error.code !== "EEXIST") throw error;
  }
}

function refuseSharedFolder(folder) {
  const shared = [path.parse(folder).root, os.homedir(), os.tmpdir(), projectRoot];
  if (shared.some((place) => path.resolve(place) === path.resolve(folder))) {
    throw sharedFolder(folder);
  }
}

function sharedFolder(folder) {
  return new Refusal(
    `The data folder ${folder} is shared with other things: let CLIENTELE_DATA_DIR name a folder of its own.`,
  );
}

function refuseForeignOwner(folder) {
  const secrets = path.join(folder, "secrets.json");
  const marker = existsSync(secrets) ? secrets : folder;
  if (isOurs(statSync(marker)) || process.getuid?.() === 0) return;
  throw new Refusal(
    `The data folder ${folder} belongs to another user: start Clientele as that user, or let CLIENTELE_DATA_DIR name another folder.`,
  );
}

function isOurs(stat) {
  return process.getuid === undefined || stat.uid === process.getuid();
}

function reason(error) {
  const known = {
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    ENOTDIR: "a part of the path is a file",
    EEXIST: "it is a file",
    EROFS: "the file system is read-only",
    ENOENT: "it cannot be made there",
    ENOSPC: "the disk is full",
  };
  return known[error.code] ?? error.message;
}
