import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { leaveToOwnerOf } from "./owner.mjs";

/**
 * Writes a private file that is either whole or not there, even when the machine stops midway.
 * @param {string} file
 * @param {string} content
 * @param {number} [mode]
 */
export function writeWhole(file, content, mode = 0o600) {
  const draft = writeDraft(file, content, mode);
  renameSync(draft, file);
  syncFolder(file);
}

/**
 * The same, but the first writer wins.
 * @param {string} file
 * @param {string} content
 * @returns {boolean} false when the file was there already
 */
export function writeOnce(file, content) {
  const draft = writeDraft(file, content, 0o600);
  try {
    linkSync(draft, file);
    syncFolder(file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(file, content, mode) {
  const draft = `${file}.${randomBytes(6).toString("hex")}.draft`;
  const handle = openSync(draft, "wx", mode);
  try {
    // The process's own mask may be stricter than what the reader needs.
    fchmodSync(handle, mode);
    leaveToOwnerOf(path.dirname(file), handle);
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}

function syncFolder(file) {
  if (process.platform === "win32") return;
  const handle = openSync(path.dirname(file), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
