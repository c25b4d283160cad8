import type { ActionResult } from "@/lib/action-result";
import type { FormErrorState } from "./form-error";

export type Refusal = Extract<ActionResult<unknown>, { ok: false }>;

export const unreachable: FormErrorState = {
  message: "Could not reach the server. Nothing was lost; try again.",
};

/** Splits a refusal: what belongs under an input of this form, and what has to be said above it. */
export function placeRefusal(refusal: Refusal, knows: (field: string) => boolean) {
  if (refusal.code === "signed_out")
    return { fields: [], formError: { message: "You have been signed out.", signIn: true } };

  const all = Object.entries(refusal.fields ?? {});
  const fields = all.filter(([field]) => knows(field));
  const homeless = all.filter(([field]) => !knows(field)).map(([, message]) => message);
  const lines = fields.length > 0 ? homeless : [refusal.message, ...homeless];
  const message = [...new Set(lines)].join(" ");
  return { fields, formError: message ? { message } : null };
}
