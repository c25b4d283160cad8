import type { AddressFields, CustomerFields } from "./rules";
import { type Counts, type Entity, type Finding, noCounts, type Outcome } from "./tally";

export type Member = {
  groupId: string;
  customerId: string;
  createdBy: string | null;
  createdAt: string | null;
};

/** What is to be written for a page, and what is to be told of it. */
export type Plan = {
  customers: { new: CustomerFields[]; changed: CustomerFields[] };
  /** `cleared`: addresses that are a default no more, which makes room for those that become one. */
  addresses: { new: AddressFields[]; changed: AddressFields[]; cleared: string[] };
  members: Member[];
  counts: Counts;
  findings: Finding[];
};

/** A row that is being counted. */
export type Counted = { entity: Entity; rowId: string; email?: string | null };

const MOST_ID = 200;

export function emptyPlan(): Plan {
  return {
    customers: { new: [], changed: [] },
    addresses: { new: [], changed: [], cleared: [] },
    members: [],
    counts: noCounts(),
    findings: [],
  };
}

type Book = Pick<Plan, "counts" | "findings">;

/** Counts a row under what becomes of it; a reason makes a finding of it. */
export function count(book: Book, row: Counted, outcome: Outcome, reason?: string): void {
  book.counts[row.entity].read++;
  book.counts[row.entity][outcome]++;
  if (reason) find(book, row, outcome, reason);
}

/** Tells of a row without counting it. */
export function find(book: Book, row: Counted, outcome: Finding["outcome"], reason: string): void {
  const { entity, email = null } = row;
  book.findings.push({ entity, rowId: row.rowId.slice(0, MOST_ID), outcome, reason, email });
}
