import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate } from "./migrate.mjs";

const superuser = new URL(inject("superuserUrl"));
let dir: string;
let database: string;
let client: pg.Client;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "clientele-migrations-"));
  database = `migrate_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await once(superuser.href, `create database ${database}`);
  client = new pg.Client(urlOf());
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await once(superuser.href, `drop database ${database} with (force)`);
  rmSync(dir, { recursive: true });
});

describe("migrating", () => {
  it("applies files in order, once, and records them as Prisma does", async () => {
    write("2_b", "insert into a values (1)");
    write("1_a", "create table a (n int)");
    expect(await run()).toEqual(["1_a", "2_b"]);
    expect(await run()).toEqual([]);
    expect(await rows("select n from a")).toEqual([{ n: 1 }]);
    expect(
      await rows(
        "select migration_name, length(checksum) as sum, finished_at is not null as done, applied_steps_count as steps from _prisma_migrations order by 1",
      ),
    ).toEqual([
      { migration_name: "1_a", sum: 64, done: true, steps: 1 },
      { migration_name: "2_b", sum: 64, done: true, steps: 1 },
    ]);
  });

  it("runs each file once when ten instances start together", async () => {
    write("1_a", "create table a (n int); insert into a values (1); select pg_sleep(0.2)");
    write("2_b", "-- clientele: no transaction\ncreate index concurrently a_n on a (n)");
    const applied = await Promise.all(Array.from({ length: 10 }, run));
    expect(applied.flat()).toEqual(["1_a", "2_b"]);
    expect(await rows("select n from a")).toEqual([{ n: 1 }]);
  });

  it("refuses a file that was changed after it had been applied", async () => {
    write("1_a", "create table a (n int)");
    await run();
    write("1_a", "create table a (n bigint)");
    await expect(run()).rejects.toThrow(/^The migration 1_a was changed after/);
  });

  it("leaves nothing of a file that fails, and says where", async () => {
    write("1_a", "create table a (n int);\n\nselect nonsense;");
    await expect(run()).rejects.toThrow(/1_a failed and left nothing behind, line 3: .*nonsense/);
    expect(await rows("select to_regclass('a') as a")).toEqual([{ a: null }]);
    write("1_a", "create table a (n int)");
    expect(await run()).toEqual(["1_a"]);
  });

  it("goes on after the last finished statement of a file outside a transaction", async () => {
    const first = "create table a (n int)";
    const second = "create index concurrently if not exists a_n on a (f(n))";
    write("1_a", `-- clientele: no transaction\n${first};\n${second};`);
    await expect(run()).rejects.toThrow(/1_a failed and goes on from there/);
    await client.query("create function f(int) returns int immutable language sql as 'select $1'");
    expect(await run()).toEqual(["1_a"]);
    expect(await rows("select applied_steps_count as n from _prisma_migrations")).toEqual([
      { n: 2 },
    ]);
  });

  it("rebuilds an index whose building was cut short", async () => {
    await client.query("create table a (n int); insert into a values (1), (1)");
    write(
      "1_a",
      "-- clientele: no transaction\ncreate unique index concurrently if not exists a_n on a (n)",
    );
    await expect(run()).rejects.toThrow(/could not create unique index/);
    await client.query("delete from a");
    await run();
    expect(
      await rows("select indisvalid from pg_index where indexrelid = 'a_n'::regclass"),
    ).toEqual([{ indisvalid: true }]);
  });

  it("says which right is missing for an extension", async () => {
    await client.query("create role migrate_guest login password 'guest'").catch(() => {});
    await client.query("grant all on schema public to migrate_guest");
    write("1_a", "create extension pg_trgm");
    await expect(run(urlOf("migrate_guest", "guest"))).rejects.toThrow(
      /may not create the extension pg_trgm: let a superuser run CREATE EXTENSION/,
    );
  });

  it("says what to install when the server lacks an extension", async () => {
    write("1_a", "create extension no_such_extension");
    await expect(run()).rejects.toThrow(/lacks the extension no_such_extension: install/);
  });

  it("notices a database that is newer than the program", async () => {
    write("1_a", "select 1");
    write("2_b", "select 1");
    await run();
    rmSync(path.join(dir, "2_b"), { recursive: true });
    expect(await migrate({ url: urlOf(), dir })).toEqual({ applied: [], newer: ["2_b"] });
  });
});

function write(name: string, sql: string) {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

async function run(url = urlOf()) {
  const { applied } = await migrate({ url, dir });
  return applied;
}

function urlOf(user = superuser.username, password = superuser.password) {
  const url = new URL(superuser);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = password;
  return url.href;
}

async function rows(sql: string) {
  return (await client.query(sql)).rows;
}

async function once(url: string, sql: string) {
  const connection = new pg.Client(url);
  await connection.connect();
  await connection.query(sql).finally(() => connection.end());
}
