import "server-only";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";

const ALWAYS = {
  jit: "off",
  max_parallel_workers_per_gather: "0",
  random_page_cost: "1.1",
  work_mem: "16MB",
};
/** Leaves the planner nothing but the inverted indexes to find words with. */
const FOR_WORDS = { ...ALWAYS, enable_seqscan: "off", enable_indexscan: "off" };

/**
 * Reads with a plan that does not depend on the server's settings and, for words, not on what the planner believes
 * of how many rows a word matches: that guess comes from a sample, can be wrong a thousandfold, and then it walks
 * the whole table. Gives up after so many seconds, when told.
 */
export async function steadyRead<Row>(
  query: Prisma.Sql,
  { isSearch, seconds }: { isSearch: boolean; seconds?: number },
): Promise<Row | undefined> {
  const settings = Object.entries({
    ...(isSearch ? FOR_WORDS : ALWAYS),
    ...(seconds && { statement_timeout: `${seconds}s` }),
  }).map(([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`);
  const [, rows] = await db().$transaction([
    db().$queryRaw`select ${Prisma.join(settings)}`,
    db().$queryRaw<Row[]>(query),
  ]);
  return rows[0];
}
