import { fileURLToPath } from "node:url";
import { applyMigration } from "./migrate/apply.mjs";
import { readMigrations } from "./migrate/files.mjs";
import { pendingMigrations, readHistory, unknownMigrations } from "./migrate/history.mjs";
import { underMigrationLock } from "./migrate/lock.mjs";
import { connect } from "./postgres/connect.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { Refusal } from "./terminal/refusal.mjs";
import { reportFailure } from "./terminal/report.mjs";

const MIGRATIONS = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

/**
 * Brings a database to the newest form: applies the files `<dir>/<name>/migration.sql` that are not
 * recorded yet, in order, each once, however many instances start at the same time. The record is
 * Prisma's own table, so that `prisma migrate` can take over.
 * @param {{ url: string, dir?: string, log?: (line: string) => void }} options
 * @returns {Promise<{ applied: string[], newer: string[] }>} `newer` names what a newer Clientele
 *   has applied and this one does not know
 */
export async function migrate({ url, dir = MIGRATIONS, log = () => {} }) {
  const files = readMigrations(dir);
  const client = await connect(url);
  try {
    const history = await readHistory(client);
    const newer = unknownMigrations(files, history);
    // Mostly there is nothing to do: then nobody waits for anybody.
    if (pendingMigrations(files, history).length === 0) return { applied: [], newer };
    const applied = await underMigrationLock(url, () => applyPending(client, files, log));
    return { applied, newer };
  } finally {
    await client.end();
  }
}

async function applyPending(client, files, log) {
  const pending = pendingMigrations(files, await readHistory(client));
  for (const file of pending) {
    await applyMigration(client, file);
    log(`Applied ${file.name}`);
  }
  return pending.map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    loadDotEnv();
    const url = process.env.DATABASE_URL;
    if (!url) throw new Refusal("Set DATABASE_URL to the database that is to be migrated.");
    const { applied } = await migrate({ url, log: console.log });
    console.log(applied.length === 0 ? "Nothing to apply." : `${applied.length} applied.`);
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}
