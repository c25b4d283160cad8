import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "../lib/db";
import { aMedusaShop, type MedusaShop } from "../lib/testing/medusa-shop";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const CUSTOMERS = 6_000;
let shop: MedusaShop;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "clientele-import-"));
  shop = await aMedusaShop("v1");
  await shop.sql(`
    insert into customer (id, email, first_name)
      select 'cus_' || lpad(n::text, 6, '0'), 'n' || n || '@example.com', 'N' from generate_series(1, ${CUSTOMERS}) n;
    insert into customer (id, email) values ('cus_zz', '=cmd|x');
    insert into address (id, customer_id, city)
      select 'addr_' || n, 'cus_' || lpad(n::text, 6, '0'), 'Bern' from generate_series(1, ${CUSTOMERS}) n`);
});
afterAll(async () => {
  await shop.end();
  rmSync(dataDir, { recursive: true });
});

describe("npm run import:medusa", () => {
  it("killed in the middle goes on from there, and nothing is there twice or missing", async () => {
    const killed = run(withPassword(shop.url));
    while ((await db().customer.count()) < 1_000 && killed.child.exitCode === null) await sleep(20);
    killed.child.kill("SIGKILL");
    await killed.ended;
    const there = await db().customer.count();
    expect(there).toBeGreaterThanOrEqual(1_000);
    expect(there).toBeLessThan(CUSTOMERS);

    const { code, output } = await run(withPassword(shop.url)).ended;
    expect([code, output]).toEqual([0, expect.stringMatching(/new here +0 +6,000 +6,000 +0\n/)]);
    expect(output).toMatch(/read there +0 +6,001 +6,000 +0\n/);
    expect(output).toMatch(/refused by the rules here +0 +1 +0 +0\n/);
    expect(output).not.toContain(secretOf(shop.url));
    expect(output).not.toContain("topsecret");
    expect(await db().customer.count()).toBe(CUSTOMERS);
    expect(await db().customerAddress.count()).toBe(CUSTOMERS);
  });

  it("leaves a table of the rows that were not taken, for its owner's eyes only", async () => {
    const folder = path.join(dataDir, "imports");
    const [name = ""] = readdirSync(folder);
    expect(name).toMatch(/^medusa-v1-[\dT-]+\.csv$/);
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, name), "utf8").split("\r\n")).toEqual([
      '"what","id","outcome","reason","e-mail"',
      expect.stringMatching(/^"customers","cus_zz","invalid","email: .*","'=cmd\|x"$/),
      "",
    ]);
  });

  it("asked to stop ends after what it is writing, and says how to go on", async () => {
    await shop.sql("update customer set first_name = 'M'");
    const asked = run(shop.url);
    while (
      (await db().customer.count({ where: { firstName: "M" } })) === 0 &&
      asked.child.exitCode === null
    )
      await sleep(20);
    asked.child.kill("SIGINT");
    const { code, output } = await asked.ended;
    expect([code, output]).toEqual([
      130,
      expect.stringMatching(/the same command goes on from there/),
    ]);
    const { output: rest } = await run(shop.url).ended;
    expect(rest).toMatch(/changed there, updated here +0 +6,000 /);
    expect(await db().customer.count({ where: { firstName: "M" } })).toBe(CUSTOMERS);
  });

  it("writes nothing when only asked what it would do", async () => {
    await shop.sql("update customer set first_name = 'O'");
    const { code, output } = await run(shop.url, "--dry-run").ended;
    expect([code, output]).toEqual([0, expect.stringMatching(/nothing was written/)]);
    expect(output).toMatch(/changed there, updated here +0 +6,000 /);
    expect(await db().customer.count({ where: { firstName: "O" } })).toBe(0);
  });

  it.each([
    ["nothing listens there", (url: URL) => (url.port = "1")],
    ["there is no such database", (url: URL) => (url.pathname = "/nowhere")],
    [
      "is not the address of a PostgreSQL database",
      (url: URL) => (url.href = "http://u:topsecret@x"),
    ],
    ["is the one Clientele itself uses", (url: URL) => (url.href = process.env.DATABASE_URL ?? "")],
  ])("ends in one sentence, without the password: %s", async (sentence, change) => {
    const url = new URL(withPassword(shop.url));
    const href = change(url) === "http://u:topsecret@x" ? "http://u:topsecret@x" : url.href;
    const { code, output } = await run(href).ended;
    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toContain(secretOf(shop.url));
    expect(output).not.toContain("topsecret");
    expect(output).not.toMatch(/\n\s+at /);
  });

  it("says how it is called", async () => {
    const { code, output } = await run("").ended;
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/npm run import:medusa -- --from postgres:/),
    ]);
  });
});

function run(from: string, ...more: string[]) {
  const { DATABASE_URL = "", PATH = "" } = process.env;
  const child = spawn(process.execPath, ["bin/import-medusa.mjs", "--from", from, ...more], {
    env: { DATABASE_URL, PATH, CLIENTELE_DATA_DIR: dataDir, NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
  return { child, ended };
}

/** The shop's address with a password in it, its own where it asks for one: no output may hold it. */
function withPassword(url: string): string {
  const address = new URL(url);
  address.password ||= "topsecret";
  return address.href;
}

function secretOf(url: string): string {
  return new URL(withPassword(url)).password;
}
