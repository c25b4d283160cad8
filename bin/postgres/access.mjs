import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../data/write-once.mjs";

/**
 * What it takes to reach the embedded server; kept in the data folder, readable by us alone.
 * @typedef {object} Access
 * @property {string} superuserPassword
 * @property {string} password
 * @property {string} [folder] where the database lies, when that is not the data folder
 * @property {number} [port]
 */

/**
 * @param {string} dataDir
 * @returns {Access}
 */
export function readAccess(dataDir) {
  try {
    return JSON.parse(readFileSync(accessFile(dataDir), "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    const secret = () => randomBytes(32).toString("base64url");
    return { superuserPassword: secret(), password: secret() };
  }
}

/**
 * @param {string} dataDir
 * @param {Access} access
 */
export function keepAccess(dataDir, access) {
  writeWhole(accessFile(dataDir), `${JSON.stringify(access, null, 2)}\n`);
}

/**
 * @param {Access} access
 */
export function connectionUrls({ port, password, superuserPassword }) {
  return {
    url: `postgresql://clientele:${password}@127.0.0.1:${port}/clientele`,
    superuserUrl: `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`,
  };
}

function accessFile(dataDir) {
  return path.join(dataDir, "postgres.json");
}
