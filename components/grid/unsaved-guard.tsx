"use client";

import { LeaveGuard } from "@/components/form/leave-guard";
import type { CellEdit } from "./types";

/** Leaving with text that could not be saved asks first. Not loaded when it is needed: then it would come too late. */
export function UnsavedGuard({ edits }: { edits: ReadonlyMap<string, CellEdit> }) {
  return <LeaveGuard dirty={[...edits.values()].some(({ state }) => state !== "saving")} />;
}
