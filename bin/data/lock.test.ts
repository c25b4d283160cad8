import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeHolder, takeLock } from "./lock.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "clientele-lock-"));
  file = path.join(folder, "clientele.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a lock is held by one, who is named to the next", async () => {
  const held = await takeLock(file, { url: "http://localhost:3000" });
  const next = await takeLock(file);
  expect(next.holder).toMatchObject({ pid: process.pid, url: "http://localhost:3000" });
  held.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("whoever finds a lock taken is told by what", async () => {
  const held = await takeLock(file, { command: "npm run seed" });
  const { holder } = await takeLock(file);
  const place = `process ${process.pid} on ${os.hostname()}`;
  expect(holder && describeHolder(holder)).toBe(
    `npm run seed is at work on this data folder (${place}): try again when it is done.`,
  );
  held.release();
  const at = { pid: 7, birth: null, machine: "box" };
  expect(describeHolder({ ...at, url: "http://localhost:3000" })).toBe(
    "Clientele already runs on this data folder: http://localhost:3000 (process 7 on box).",
  );
  expect(describeHolder(at)).not.toContain("undefined");
});

it("a lock of a process that is gone is void", async () => {
  const child = fork(path.join(import.meta.dirname, "lock.mjs"));
  await once(child, "exit");
  writeLock({ pid: child.pid, birth: "then", machine: os.hostname() });
  const taken = await takeLock(file);
  expect(taken.holder).toBeUndefined();
  taken.release();
});

it("a lock whose number another process has now is void", async () => {
  writeLock({ pid: process.pid, birth: "an earlier life", machine: os.hostname() });
  const taken = await takeLock(file);
  expect(taken.holder).toBeUndefined();
  taken.release();
});

it("a lock of another machine holds while it gives signs of life", async () => {
  writeLock({ pid: 1, birth: "there", machine: "elsewhere" });
  expect((await takeLock(file)).holder?.machine).toBe("elsewhere");
});

it("a torn lock is void", async () => {
  writeFileSync(file, '{"pid":');
  const taken = await takeLock(file);
  expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
  taken.release();
});

function writeLock(holder: object) {
  writeFileSync(file, JSON.stringify(holder));
}
