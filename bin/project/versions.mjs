import { readFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../terminal/refusal.mjs";

const OLDEST_NODE = "20.19.0";

/** The lowest versions without a published hole that matters here; the application reads the same file. */
const floor = JSON.parse(readFileSync(new URL("../../lib/floor.json", import.meta.url), "utf8"));

/**
 * Refuses a Node that cannot run Clientele at all.
 */
export function refuseOldNode(version = process.versions.node) {
  if (compareVersions(version, OLDEST_NODE) >= 0) return;
  throw new Refusal(
    `This is Node ${version}; Clientele needs ${OLDEST_NODE} or newer (22 or 24 is best): see https://nodejs.org.`,
  );
}

/**
 * @param {string} root
 * @param {string} postgres
 * @returns {{ line: string, warnings: string[] }}
 */
export function describeVersions(root, postgres) {
  const versions = { Node: process.versions.node, Next: nextVersion(root), PostgreSQL: postgres };
  const entries = Object.entries(versions);
  return {
    line: entries.map(([name, version]) => `${name} ${version}`).join(" · "),
    warnings: entries.flatMap(([name, version]) => faultOf(name, version) ?? []),
  };
}

function faultOf(name, version) {
  const major = Number.parseInt(version, 10);
  if (major <= floor.ended[name]) return `${name} ${major} has ended and gets no security fixes.`;
  const least = floor.versions[name][major];
  if (!least || compareVersions(version, least) >= 0) return null;
  return `${name} ${version} lacks the security fixes of ${least}.`;
}

function nextVersion(root) {
  const file = path.join(root, "node_modules/next/package.json");
  return JSON.parse(readFileSync(file, "utf8")).version;
}

function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (const [index, part] of right.entries()) {
    const difference = (left[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}
