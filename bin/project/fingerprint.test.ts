import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "clientele-print-"));
  mkdirSync(path.join(root, "app/deep"), { recursive: true });
  writeFileSync(path.join(root, "app/page.tsx"), "a");
  writeFileSync(path.join(root, "app/deep/b.ts"), "b");
});
afterEach(() => rmSync(root, { recursive: true }));

const now = () => fingerprint(root, ["app", "missing.json"], (file) => !file.endsWith(".test.ts"));

it("a fingerprint stays while nothing changes", () => {
  expect(now()).toBe(now());
});

it.each([
  ["content", () => writeFileSync(path.join(root, "app/deep/b.ts"), "c")],
  ["a name", () => renameSync(path.join(root, "app/page.tsx"), path.join(root, "app/q.tsx"))],
  ["a new file", () => writeFileSync(path.join(root, "missing.json"), "{}")],
  ["content moved between files", swap],
])("a fingerprint tells %s", (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

it("a fingerprint passes over what does not count", () => {
  const before = now();
  writeFileSync(path.join(root, "app/page.test.ts"), "x");
  expect(now()).toBe(before);
});

function swap() {
  writeFileSync(path.join(root, "app/page.tsx"), "b");
  writeFileSync(path.join(root, "app/deep/b.ts"), "a");
}
