"use client";

import { lazy, Suspense } from "react";
import type { CellEdit } from "./types";

const LeaveGuard = lazy(() =>
  import("@/components/form/leave-guard").then((module) => ({ default: module.LeaveGuard })),
);

/** Leaving with text that could not be saved asks first. */
export function UnsavedGuard({ edits }: { edits: ReadonlyMap<string, CellEdit> }) {
  const unsaved = [...edits.values()].some(({ state }) => state !== "saving");
  return <Suspense>{unsaved && <LeaveGuard dirty />}</Suspense>;
}
