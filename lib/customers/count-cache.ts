import "server-only";
import type { Prisma } from "../generated/prisma/client";

/** A number of rows, how many there are in all, and the snapshot of the database in which they were counted. */
export type Counted = { n: number; total: number; snapshot: string };

const MOST = 500;
const kept = new Map<string, Counted>();

/**
 * The number that was last counted under this condition. It is exact while no change has become visible that its
 * snapshot did not show (clientele_is_unchanged_since); after that it is a hint.
 */
export function lastCount(condition: Prisma.Sql): Counted | undefined {
  return kept.get(keyOf(condition));
}

export function keepCount(condition: Prisma.Sql, counted: Counted): void {
  const key = keyOf(condition);
  kept.delete(key);
  kept.set(key, counted);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

function keyOf(condition: Prisma.Sql): string {
  return JSON.stringify([condition.sql, condition.values]);
}
