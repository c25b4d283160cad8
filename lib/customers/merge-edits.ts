import type { FieldConflict } from "../action-result";
import { DomainError, invalidField } from "../errors";
import type { Customer, EditableField } from "./schema";

/** Field → the value the editor showed when the edit began. */
export type EditBase = Partial<Record<EditableField, string | null>>;

/**
 * Lets an edit pass where nobody else changed the same field since it began; theirs in other fields stays.
 * Throws `conflict` that lists each field as was, theirs and mine.
 */
export function mergeEdits(
  now: Customer,
  patch: Partial<Record<string, unknown>>,
  base?: EditBase,
): void {
  if (!base) return;
  const conflict: FieldConflict[] = [];
  for (const [field, was] of Object.entries(base) as [EditableField, string | null][]) {
    if (!(field in patch)) continue;
    const theirs = now[field];
    const mine = patch[field] ?? null;
    if (theirs !== was && theirs !== mine) conflict.push({ field, was, theirs, mine });
  }
  if (conflict.length > 0)
    throw new DomainError(
      "conflict",
      "Somebody else changed this meanwhile. Choose which value stays.",
      {
        conflict,
      },
    );
}

/** Throws `conflict` with facts `{ version }` when the customer is at none of the versions an edit may start from. */
export function refuseVersion(now: Customer, versions: readonly number[] | undefined): void {
  if (!versions || versions.includes(now.version)) return;
  throw new DomainError("conflict", "Somebody changed this customer since you read it.", {
    facts: { version: now.version },
  });
}

/** Throws `invalid` on `email` where an account would lose its sign-in name, or change it against Medusa v1's rule. */
export function refuseEmail(
  now: Customer,
  email: string | null | undefined,
  keepAccountEmail = false,
): void {
  if (email === undefined || !now.hasAccount) return;
  if (keepAccountEmail)
    throw invalidField(
      "email",
      "Email cannot be changed when the user has registered their account",
    );
  if (email === null) throw invalidField("email", "An account needs an e-mail address.");
}
