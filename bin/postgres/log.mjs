import {
  closeSync,
  copyFileSync,
  fchmodSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from "node:fs";
import path from "node:path";
import { leaveToOwnerOf } from "../data/owner.mjs";

const LARGEST = 20 * 1024 * 1024;
const LOOK_MS = 60_000;

/**
 * Opens the server's log for appending, private to the owner.
 * @param {string} file
 */
export function openLog(file) {
  const fd = openSync(file, "a", 0o600);
  fchmodSync(fd, 0o600);
  leaveToOwnerOf(path.dirname(file), fd);
  return { fd, close: () => closeSync(fd) };
}

/**
 * Keeps the log from filling the disk: when it is large it moves to `.1` and begins anew.
 * @param {string} file
 */
export function boundLog(file) {
  const check = () => {
    if (logSize(file) < LARGEST) return;
    try {
      // The server holds the file open for appending, so it is emptied, not renamed.
      copyFileSync(file, `${file}.1`);
      truncateSync(file);
    } catch {
      // A log that cannot be moved is no reason to let the server go.
    }
  };
  check();
  setInterval(check, LOOK_MS).unref();
}

/**
 * @param {string} file
 */
export function logSize(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/**
 * @param {string} file
 * @param {number} offset
 */
export function logSince(file, offset) {
  try {
    return readFileSync(file).subarray(offset).toString("utf8");
  } catch {
    return "";
  }
}
