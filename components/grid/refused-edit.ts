import type { ActionResult } from "@/lib/action-result";
import type { CellEdit, CellValues } from "./types";

type Refusal = Extract<ActionResult<unknown>, { ok: false }>;

/** Trying again may help. */
const PASSING = new Set(["unavailable", "busy", "limited", "unforeseen"]);

/** An edit that was not saved, with the reason; `null` means that no answer came. */
export function refusedEdit(
  refusal: Refusal | null,
  values: CellValues,
  base: CellValues,
): CellEdit {
  const edit = { values, base };
  if (!refusal)
    return {
      ...edit,
      state: "unreachable",
      message: "Could not reach the server. Your text is kept.",
    };
  if (refusal.code === "signed_out")
    return {
      ...edit,
      state: "signed_out",
      message: "You have been signed out. Your text is kept.",
    };
  if (refusal.conflict) {
    const theirs = refusal.conflict.map(({ field, theirs }) => [field, theirs as string | null]);
    return {
      ...edit,
      state: "conflict",
      message: "Somebody else changed this meanwhile.",
      theirs: Object.fromEntries(theirs),
    };
  }
  const state = PASSING.has(refusal.code) ? "unreachable" : "refused";
  return { ...edit, state, message: reason(refusal, values) };
}

function reason(refusal: Refusal, values: CellValues): string {
  const said = Object.entries(refusal.fields ?? {})
    .filter(([field]) => field in values)
    .map(([, message]) => message);
  return [...new Set(said)].join(" ") || refusal.message;
}
