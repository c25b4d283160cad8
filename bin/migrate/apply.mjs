import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { explain } from "./explain.mjs";
import { makeHistoryTable } from "./history.mjs";
import { splitStatements } from "./split-statements.mjs";

const LOCK_WAIT = "10s";
const LOCK_TRIES = 6;
const LOCK_PAUSE_MS = 1_000;
const LOCK_NOT_AVAILABLE = "55P03";
const CONCURRENT_INDEX =
  /^create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/i;

/**
 * Applies one file and records it.
 * @param {import("pg").Client} client
 * @param {import("./files.mjs").MigrationFile & { begun?: import("./history.mjs").Record }} file
 */
export async function applyMigration(client, file) {
  const apply = file.inTransaction ? applyAtOnce : applyStepByStep;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await makeHistoryTable(client);
      return await apply(client, file);
    } catch (error) {
      const mayTryAgain = error.code === LOCK_NOT_AVAILABLE && attempt < LOCK_TRIES;
      if (!mayTryAgain) throw explain(error, file, client.database);
      await sleep(LOCK_PAUSE_MS);
    }
  }
}

async function applyAtOnce(client, { name, sql, checksum }) {
  await client.query("begin");
  try {
    await client.query(`set local lock_timeout = '${LOCK_WAIT}'`);
    await client.query("set local statement_timeout = 0");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

/** Each finished statement is counted, so that a start that was cut short goes on after it. */
async function applyStepByStep(client, file) {
  const statements = splitStatements(file.sql);
  const record = file.begun ?? (await begin(client, file));
  await client.query(`set lock_timeout = '${LOCK_WAIT}'; set statement_timeout = 0`);
  for (const [index, statement] of statements.entries()) {
    if (index < record.steps) continue;
    await dropUnfinishedIndex(client, statement);
    await client.query(statement);
    record.steps = index + 1;
    await client.query("update _prisma_migrations set applied_steps_count = $2 where id = $1", [
      record.id,
      record.steps,
    ]);
  }
  await client.query("update _prisma_migrations set finished_at = now() where id = $1", [
    record.id,
  ]);
  await client.query("reset lock_timeout; reset statement_timeout");
}

async function begin(client, file) {
  file.begun = { id: randomUUID(), checksum: file.checksum, finished: false, steps: 0 };
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)",
    [file.begun.id, file.checksum, file.name],
  );
  return file.begun;
}

/** An index build that was cut short leaves an invalid index, which IF NOT EXISTS takes for done. */
async function dropUnfinishedIndex(client, statement) {
  const name = CONCURRENT_INDEX.exec(statement)?.[1];
  if (!name) return;
  const { rowCount } = await client.query(
    "select from pg_index where indexrelid = to_regclass($1) and not indisvalid",
    [name],
  );
  if (rowCount) await client.query(`drop index concurrently if exists "${name}"`);
}
