import { randomUUID } from "node:crypto";
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
    template: string;
  }
}

/**
 * Starts a PostgreSQL for the run (or takes TEST_SUPERUSER_URL) and migrates the database that workers copy. Its name
 * is the run's own: other clones may test on the same server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_SUPERUSER_URL;
  const dataDir = await mkdtemp(join(tmpdir(), "clientele-test-"));
  const server = given ? null : await startPostgres({ dataDir, durable: false });
  const superuserUrl = given ?? server?.superuserUrl ?? "";
  const template = `clientele_template_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(superuserUrl, `create database ${template}`);
  const url = new URL(superuserUrl);
  url.pathname = `/${template}`;
  await migrate({ url: url.href });
  project.provide("superuserUrl", superuserUrl);
  project.provide("template", template);
  return async () => {
    if (server) await server.stop();
    else await asSuperuser(superuserUrl, `drop database ${template} with (force)`);
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function asSuperuser(superuserUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
