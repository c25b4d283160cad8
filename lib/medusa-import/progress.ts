import "server-only";
import { db, type Tx } from "../db";
import { type Counts, type Finding, noCounts } from "./tally";

export type Progress = { lastId: string | null; counts: Counts };

const FINDINGS_AT_ONCE = 1_000;

/** Where an import that was cut short has to go on; null when there is none from this source. */
export async function findProgress(source: string): Promise<Progress | null> {
  const row = await db().importProgress.findUnique({ where: { source } });
  if (!row || row.finishedAt) return null;
  return { lastId: row.lastId, counts: row.counts as Counts };
}

/** Begins anew: what the last import from this source has told is forgotten. */
export async function beginProgress(source: string): Promise<Progress> {
  const counts = noCounts();
  await db().importProgress.deleteMany({ where: { source } });
  await db().importProgress.create({ data: { source, counts } });
  return { lastId: null, counts };
}

/** Moves on, in the transaction of what was brought. */
export async function moveProgress(
  tx: Tx,
  source: string,
  { lastId, counts }: Progress,
  findings: Finding[],
): Promise<void> {
  await tx.importProgress.update({
    where: { source },
    data: { lastId, counts, movedAt: new Date() },
    select: { source: true },
  });
  if (findings.length > 0)
    await tx.importFinding.createMany({ data: findings.map((found) => ({ source, ...found })) });
}

/** The import has come to its end; the next one begins anew. */
export async function finishProgress(source: string): Promise<void> {
  await db().importProgress.update({ where: { source }, data: { finishedAt: new Date() } });
}

/** Every finding of the last import from this source, in the order in which they were made. */
export async function* findingsOf(source: string): AsyncGenerator<Finding> {
  let after = 0n;
  for (;;) {
    const rows = await db().importFinding.findMany({
      where: { source, id: { gt: after } },
      orderBy: { id: "asc" },
      take: FINDINGS_AT_ONCE,
    });
    for (const { id, source: _, ...finding } of rows) {
      after = id;
      yield finding as Finding;
    }
    if (rows.length < FINDINGS_AT_ONCE) return;
  }
}
