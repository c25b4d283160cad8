"use server";

import { headers } from "next/headers";
import type { ResetState } from "@/components/entry/reset-password-form";
import { asActionFailure } from "@/lib/actions/failure";
import { requireOwnOrigin } from "@/lib/auth/guard";
import { findByResetToken } from "@/lib/auth/store-guard";
import { visitorOf } from "@/lib/auth/visitor";
import { resetPassword, spentToken } from "@/lib/customers/password-reset";
import { resetFormInput } from "@/lib/customers/reset-schema";
import { normalizeEmail } from "@/lib/email";
import { parse } from "@/lib/parse";

/** Sets a customer's new password. Open to whoever has the token of a mail; works without scripts too. */
export async function resetPasswordAction(
  _before: ResetState,
  form: FormData,
): Promise<ResetState> {
  try {
    await requireOwnOrigin();
    const fields = form instanceof FormData ? form : new FormData();
    const { email, token, password } = parse(resetFormInput, {
      email: fields.get("email"),
      token: fields.get("token"),
      password: fields.get("password"),
    });
    const actor = await findByResetToken(normalizeEmail(email), token);
    if (!actor) throw spentToken();
    await resetPassword(actor, { token, password }, visitorOf(await headers()));
    return { done: true };
  } catch (error) {
    const failure = asActionFailure(error);
    const { password } = failure.fields ?? {};
    return password ? { password } : { refusal: failure.message };
  }
}
