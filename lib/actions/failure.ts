import "server-only";
import type { ActionResult, ExistingRecord } from "../action-result";
import { databaseFault } from "../database-errors";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";

/** An error as what an action answers. What no rule foresaw is logged and told in one plain sentence. */
export function asActionFailure(error: unknown): Extract<ActionResult<never>, { ok: false }> {
  const known = error instanceof DomainError ? error : databaseFault(error);
  if (!known) {
    logUnforeseen("action", error);
    return {
      ok: false,
      code: "unforeseen",
      message: "Something went wrong here. Nothing was saved; try again.",
    };
  }
  const { code, message, fields, conflict } = known;
  return { ok: false, code, message, fields, conflict, existing: existingRecord(known) };
}

function existingRecord({ code, facts }: DomainError): ExistingRecord | undefined {
  if (code !== "duplicate" || typeof facts?.id !== "string") return undefined;
  return { id: facts.id, label: typeof facts.label === "string" ? facts.label : facts.id };
}
