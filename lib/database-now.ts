import "server-only";
import type { Tx } from "./db";

/** The moment of this transaction by the database's clock: what is stored never hangs on a machine's own. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select now() as now`;
  return now;
}
