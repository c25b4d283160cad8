import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A digest of names and contents of files below `root`, to notice that something changed.
 * @param {string} root
 * @param {string[]} entries files and folders, relative to root; missing ones count as missing
 * @param {(file: string) => boolean} [counts] leaves out files that do not matter
 */
export function fingerprint(root, entries, counts = () => true) {
  const hash = createHash("sha256");
  for (const entry of [...entries].sort()) {
    for (const file of filesBelow(root, entry)) {
      if (!counts(file)) continue;
      const content = readFileSync(path.join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @returns {string | null} the digest noted there
 */
export function readStamp(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @param {string} digest
 */
export function writeStamp(file, digest) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${digest}\n`);
}

function filesBelow(root, entry) {
  let children;
  try {
    children = readdirSync(path.join(root, entry), { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [entry];
    if (error.code === "ENOENT") return [];
    throw error;
  }
  return children
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => {
      const name = `${entry}/${child.name}`;
      return child.isFile() ? [name] : filesBelow(root, name);
    });
}
