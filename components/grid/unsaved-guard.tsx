"use client";

import dynamic from "next/dynamic";
import type { CellEdit } from "./types";

const LeaveGuard = dynamic(() =>
  import("@/components/form/leave-guard").then((module) => module.LeaveGuard),
);

/** Leaving with text that could not be saved asks first. */
export function UnsavedGuard({ edits }: { edits: ReadonlyMap<string, CellEdit> }) {
  const unsaved = [...edits.values()].some(({ state }) => state !== "saving");
  return unsaved ? <LeaveGuard dirty /> : null;
}
