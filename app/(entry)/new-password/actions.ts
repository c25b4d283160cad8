"use server";

import { headers } from "next/headers";
import type { ResetState } from "@/components/entry/reset-password-form";
import { asActionFailure } from "@/lib/actions/failure";
import { requireOwnOrigin } from "@/lib/auth/guard";
import { visitorOf } from "@/lib/auth/visitor";
import { resetAdminPassword } from "@/lib/team/password-reset";

/** Sets an admin's new password. Open to whoever has the token of a mail; works without scripts too. */
export async function newPasswordAction(_before: ResetState, form: FormData): Promise<ResetState> {
  try {
    await requireOwnOrigin();
    const fields = form instanceof FormData ? form : new FormData();
    const token = String(fields.get("token"));
    const password = fields.get("password");
    await resetAdminPassword(token, { password }, visitorOf(await headers()));
    return { done: true };
  } catch (error) {
    const failure = asActionFailure(error);
    const { password } = failure.fields ?? {};
    return password ? { password } : { refusal: failure.message };
  }
}
