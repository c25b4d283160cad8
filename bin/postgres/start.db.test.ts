import { execFileSync, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readAccess } from "./access.mjs";
import { startPostgres } from "./start.mjs";

const PATIENCE = 60_000;
vi.setConfig({ testTimeout: 120_000 });

// One folder for all: making a database takes its time, and a real one is started over and over too.
const dataDir = mkdtempSync(path.join(tmpdir(), "clientele-start-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the built-in server", () => {
  it("gives the application a role that is no superuser and may make extensions", async () => {
    const server = await startPostgres({ dataDir });
    const [role] = await query(
      server.url,
      "select rolsuper or rolcreatedb or rolcreaterole or rolreplication as mighty from pg_roles where rolname = current_user",
    );
    expect(role).toEqual({ mighty: false });
    await query(server.url, "create extension pg_trgm; create extension unaccent");
    const [search] = await query(server.url, "select cardinality(show_trgm('Иван')) as pieces");
    expect(search.pieces).toBeGreaterThan(2);
    await expect(query(server.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
    await server.stop();
    await expect(query(server.url, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  it("keeps its folders and passwords to itself", () => {
    const mode = (file: string) => statSync(path.join(dataDir, file)).mode & 0o777;
    expect(mode("postgres.json")).toBe(0o600);
    expect(mode("postgres.log")).toBe(0o600);
    expect(mode("postgres/data")).toBe(0o700);
    expect(mode("postgres/socket")).toBe(0o700);
    expect(mode(".") & 0o067).toBe(0);
  });

  it("comes back when it is killed, and still has what it acknowledged", async () => {
    const server = await startPostgres({ dataDir });
    await query(server.url, "create table note (n int)");
    for (const n of [1, 2]) {
      await query(server.url, `insert into note values (${n})`);
      process.kill(postmasterPid(), "SIGKILL");
      await isBack(server.url);
    }
    expect(await query(server.url, "select n from note order by n")).toEqual([{ n: 1 }, { n: 2 }]);
    await server.stop();
  });

  it("stays when its guardian is killed, and still ends with its starter", async () => {
    const starter = await startInChild();
    const pid = postmasterPid();
    process.kill(guardianPid(), "SIGKILL");
    await sleep(500);
    expect(postmasterPid()).toBe(pid);
    starter.kill("SIGKILL");
    await isGone();
  });

  it("starts over the remains of a run where everything was killed", async () => {
    const starter = await startInChild();
    const pids = [guardianPid(), starter.pid as number, postmasterPid()];
    for (const pid of pids) process.kill(pid, "SIGKILL");
    const server = await startPostgres({ dataDir });
    expect(await query(server.url, "select count(*)::int as n from note")).toEqual([{ n: 2 }]);
    await server.stop();
  });

  it("replaces a server that outlived its starter and its guardian", async () => {
    const starter = await startInChild();
    for (const pid of [guardianPid(), starter.pid as number]) process.kill(pid, "SIGKILL");
    const said: string[] = [];
    const server = await startPostgres({ dataDir, log: (line) => said.push(line) });
    expect(said).toEqual([expect.stringContaining("of an earlier run")]);
    await server.stop();
  });

  it("finds back into a database whose passwords were lost", async () => {
    const { password } = readAccess(dataDir);
    rmSync(path.join(dataDir, "postgres.json"));
    const server = await startPostgres({ dataDir });
    expect(readAccess(dataDir).password).not.toBe(password);
    expect(await query(server.url, "select count(*)::int as n from note")).toEqual([{ n: 2 }]);
    await server.stop();
  });
});

/** A starter of its own, which the test may kill. */
async function startInChild() {
  const script = path.join(import.meta.dirname, "start.mjs");
  const code = `import(${JSON.stringify(script)}).then(({ startPostgres }) => startPostgres({ dataDir: ${JSON.stringify(dataDir)} })).then(() => process.send("up"))`;
  const child = fork("-e", [code], { execArgv: [] });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", reject);
  });
  return child;
}

function postmasterPid() {
  return Number.parseInt(
    readFileSync(path.join(dataDir, "postgres/data/postmaster.pid"), "utf8"),
    10,
  );
}

function guardianPid() {
  const found = execFileSync("pgrep", ["-f", `guardian.mjs .*${dataDir}/`], { encoding: "utf8" });
  return Number.parseInt(found, 10);
}

async function isBack(url: string) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await query(url, "select 1");
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

async function isGone() {
  const { port } = readAccess(dataDir);
  const deadline = Date.now() + PATIENCE;
  const url = `postgresql://nobody@127.0.0.1:${port}/postgres`;
  for (;;) {
    const error = await query(url, "select 1").catch((caught) => caught);
    if (error.code === "ECONNREFUSED") return;
    if (Date.now() > deadline) throw new Error("The server is still there.");
    await sleep(50);
  }
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
