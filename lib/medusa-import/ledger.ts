import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseFault } from "../database-errors";
import type { Tx } from "../db";
import { findProgress, moveProgress, type Progress } from "./progress";
import { addCounts, type Counts, ENTITIES, type Finding } from "./tally";

/** What one step brought. */
export type Told = { counts: Counts; findings: Finding[] };

/** How far an import is, in step with what is in the database. */
export type Ledger = ReturnType<typeof openLedger>;

const PATIENCE_MS = [500, 1_000, 2_000, 4_000, 8_000];

export function openLedger(source: string, begun: Progress, onMoved: (now: Progress) => void) {
  let now = begun;
  let next = begun;
  return {
    get now() {
      return now;
    },

    /** Notes what a step brings, in its transaction. */
    async keep(tx: Tx, told: Told, lastId: string | null): Promise<void> {
      next = { lastId, counts: addCounts(now.counts, told.counts) };
      await moveProgress(tx, source, next, told.findings);
    },

    /**
     * Does a step whose end is `lastId`. While the database is away it is waited for, and the step is done again
     * unless it turns out to have been done.
     */
    async step(lastId: string | null, work: () => Promise<unknown>): Promise<void> {
      for (const pause of [...PATIENCE_MS, null]) {
        try {
          await work();
          now = next;
          return onMoved(now);
        } catch (error) {
          if (pause === null || databaseFault(error)?.code !== "unavailable") throw error;
          await sleep(pause);
        }
        const kept = await findProgress(source).catch(() => null);
        if (!kept || sumOf(kept) === sumOf(now) || kept.lastId !== lastId) continue;
        now = kept;
        return onMoved(now);
      }
    },
  };
}

function sumOf({ counts }: Progress): number {
  return ENTITIES.reduce((sum, entity) => sum + counts[entity].read, 0);
}
