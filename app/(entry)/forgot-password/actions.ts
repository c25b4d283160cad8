"use server";

import { headers } from "next/headers";
import type { ForgotState } from "@/components/entry/forgot-password-form";
import { asActionFailure } from "@/lib/actions/failure";
import { requireOwnOrigin } from "@/lib/auth/guard";
import { visitorOf } from "@/lib/auth/visitor";
import { emailField } from "@/lib/email";
import { requestAdminReset } from "@/lib/team/password-reset";

/** Mails an admin a link to a new password. Open to everybody; says the same for every address. */
export async function forgotPasswordAction(
  _before: ForgotState,
  form: FormData,
): Promise<ForgotState> {
  const fields = form instanceof FormData ? form : new FormData();
  const typed = String(fields.get("email") ?? "").slice(0, 2000);
  const email = emailField.safeParse(typed);
  if (!email.success) return { email: typed, wrong: email.error.issues[0]?.message };
  try {
    await requireOwnOrigin();
    await requestAdminReset(email.data, visitorOf(await headers()));
    return { email: email.data, done: true };
  } catch (error) {
    return { email: typed, refusal: asActionFailure(error).message };
  }
}
