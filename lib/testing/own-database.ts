import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Each test file gets its own copy of the migrated database, and the environment that the launcher would give.
const superuserUrl = inject("superuserUrl");
const name = `clientele_${randomUUID().replaceAll("-", "")}`;
const url = new URL(superuserUrl);
url.pathname = `/${name}`;

await asSuperuser(`create database ${name} template ${inject("template")}`);
process.env.DATABASE_URL = url.href;
process.env.AUTH_SECRET = "test-secret-for-browser-sessions-000";
process.env.CLIENTELE_JWT_SECRET = "test-secret-for-bearer-tokens-00000";
process.env.CLIENTELE_URL = "http://localhost:3000";

afterAll(async () => {
  const { db } = await import("../db");
  await db().$disconnect();
  await asSuperuser(`drop database ${name} with (force)`);
});

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  // Copies of the template wait for each other: one that is being copied counts as in use.
  await client.query("select pg_advisory_lock(4711)");
  await client.query(sql).finally(() => client.end());
}
