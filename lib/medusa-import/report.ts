import type { Generation } from "./source-columns";
import type { Counts, Finding } from "./tally";

export type Options = {
  /** The address of a Medusa database. */
  from: string;
  /** Decides and counts, and writes nothing. */
  dryRun?: boolean;
  /** Stops after what is being brought; the next import goes on there. */
  signal?: AbortSignal;
  log?: (line: string) => void;
};

export type Report = {
  generation: Generation;
  /** Tells the source from others. */
  fingerprint: string;
  /** False when it was asked to stop before the end. */
  isFinished: boolean;
  /** Of this import in all, including what it did before it was cut short. */
  counts: Counts;
  /** Every row that was not taken, or not as it is there, and why. */
  findings: () => AsyncIterable<Finding>;
};

/** Customers in one change, with everything that is theirs. */
export const PAGE = 500;
