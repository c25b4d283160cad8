import "server-only";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";

const MOST = 500;
const kept = new Map<string, { snapshot: string; n: number }>();

/**
 * Counts by this query, once for each state of the database: the number is kept under PostgreSQL's snapshot,
 * and two equal snapshots see the same rows, so a kept count is never a stale one.
 */
export function cachedCount(query: Prisma.Sql): () => Promise<number> {
  return async () => {
    const key = JSON.stringify([query.sql, query.values]);
    const [now] = await db().$queryRaw<
      { snapshot: string }[]
    >`select pg_current_snapshot()::text as snapshot`;
    const snapshot = now?.snapshot ?? "";
    const known = kept.get(key);
    if (known?.snapshot === snapshot) return known.n;
    const [row] = await db().$queryRaw<{ n: bigint }[]>(query);
    const n = Number(row?.n ?? 0);
    kept.delete(key);
    kept.set(key, { snapshot, n });
    const oldest = kept.keys().next().value;
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return n;
  };
}
