import { Refusal } from "../terminal/refusal.mjs";

const UNDEFINED_TABLE = "42P01";

/** The table as Prisma makes it. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/**
 * @typedef {{ id: string, checksum: string, finished: boolean, steps: number }} Record
 */

/**
 * @param {import("pg").Client} client
 * @returns {Promise<Map<string, Record>>} by the migration's name
 */
export async function readHistory(client) {
  try {
    const { rows } = await client.query(
      `select migration_name as name, id, checksum, finished_at is not null as finished,
              applied_steps_count as steps
       from _prisma_migrations where rolled_back_at is null order by started_at`,
    );
    return new Map(rows.map(({ name, ...record }) => [name, record]));
  } catch (error) {
    if (error.code === UNDEFINED_TABLE) return new Map();
    throw error;
  }
}

/**
 * @param {import("pg").Client} client
 */
export function makeHistoryTable(client) {
  return client.query(HISTORY_TABLE);
}

/**
 * @param {import("./files.mjs").MigrationFile[]} files
 * @param {Map<string, Record>} history
 * @returns {string[]} what is recorded and has no file here
 */
export function unknownMigrations(files, history) {
  const known = new Set(files.map(({ name }) => name));
  return [...history.keys()].filter((name) => !known.has(name));
}

/**
 * @param {import("./files.mjs").MigrationFile[]} files
 * @param {Map<string, Record>} history
 * @returns {(import("./files.mjs").MigrationFile & { begun?: Record })[]} what is left to apply
 */
export function pendingMigrations(files, history) {
  return files.flatMap((file) => {
    const record = history.get(file.name);
    if (!record) return [file];
    if (record.checksum !== file.checksum) throw editedAfterwards(file);
    if (record.finished) return [];
    if (file.inTransaction) throw brokenOff(file);
    return [{ ...file, begun: record }];
  });
}

function editedAfterwards({ name }) {
  return new Refusal(
    `The migration ${name} was changed after it had been applied: put the file back as it was and write a new migration instead.`,
  );
}

function brokenOff({ name }) {
  return new Refusal(
    `The migration ${name} is recorded as begun and not finished: see what it left behind, then mark it with "prisma migrate resolve".`,
  );
}
