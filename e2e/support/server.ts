import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectionUrls, readAccess } from "../../bin/postgres/access.mjs";

/** One server for the whole run. Playwright reads its configuration in each worker: the environment carries the choice. */
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "clientele-e2e-"));
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));

export const DATA_DIR = process.env.E2E_DATA_DIR;
export const PORT = Number(process.env.E2E_PORT);
export const OWNER = { email: "owner@example.com", password: "plum-violet-kettle-orbit" };

/** The application's database: the one the run was pointed to, else the embedded one of its data folder. */
export function databaseUrl(): string {
  return process.env.E2E_DATABASE_URL || connectionUrls(readAccess(DATA_DIR)).url;
}
