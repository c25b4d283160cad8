import type { FieldConflict } from "../action-result";
import { DomainError } from "../errors";
import type { Customer, EditableField, EditBase } from "./schema";

/**
 * What of the patch is to be written. A field that still holds what the edit began from was not touched and is left
 * out, so that theirs stays; where both changed the same field, throws `conflict` that lists was, theirs and mine.
 */
export function mergeEdits<P extends Partial<Record<string, unknown>>>(
  now: Customer,
  patch: P,
  base: EditBase = {},
): P {
  const edits = { ...patch };
  const conflict: FieldConflict[] = [];
  for (const [field, was] of Object.entries(base) as [EditableField, string | null][]) {
    if (!(field in patch)) continue;
    const theirs = now[field];
    const mine = patch[field] ?? null;
    if (mine === was) delete edits[field];
    else if (theirs !== was && theirs !== mine) conflict.push({ field, was, theirs, mine });
  }
  if (conflict.length > 0)
    throw new DomainError(
      "conflict",
      "Somebody else changed this meanwhile. Choose which value stays.",
      { conflict },
    );
  return edits;
}
