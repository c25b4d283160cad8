import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../bin/migrate.mjs";
import { startPostgres } from "../../bin/postgres/start.mjs";

declare module "vitest" {
  interface ProvidedContext {
    superuserUrl: string;
  }
}

const TEMPLATE = "clientele_template";

/** Starts a PostgreSQL for the run (or takes TEST_SUPERUSER_URL) and migrates the database that workers copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_SUPERUSER_URL;
  const dataDir = await mkdtemp(join(tmpdir(), "clientele-test-"));
  const server = given ? null : await startPostgres({ dataDir, durable: false });
  const superuserUrl = given ?? server?.superuserUrl ?? "";
  await recreate(superuserUrl, TEMPLATE);
  const url = new URL(superuserUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate({ url: url.href });
  project.provide("superuserUrl", superuserUrl);
  return async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function recreate(superuserUrl: string, name: string): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
}
