import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { db } from "./db";

const PATIENCE_MS = 1_000;
const KEEP_MS = 1_000;

let kept: { at: number; ready: Promise<boolean> } | undefined;

/** Whether requests can be served: the database answers within a second and knows every migration. Asked once a second at most. */
export function isReady(): Promise<boolean> {
  const now = performance.now();
  if (!kept || now - kept.at > KEEP_MS) kept = { at: now, ready: checkNow() };
  return kept.ready;
}

async function checkNow(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const current = isMigrated().catch(() => false);
  return Promise.race([current, tooLate]).finally(() => clearTimeout(timer));
}

async function isMigrated(): Promise<boolean> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  const applied = new Set(rows.map((row) => row.name));
  return migrationNames().every((name) => applied.has(name));
}

let names: string[] | undefined;

function migrationNames(): string[] {
  names ??= readdirSync(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return names;
}
