import "server-only";
import { cookies } from "next/headers";
import { CredentialsSignin } from "next-auth";
import { asActionFailure } from "@/lib/actions/failure";
import { COOKIE_FLAGS, DEVICE_COOKIE, DEVICE_SECONDS } from "@/lib/auth/cookies";
import { newDevice } from "@/lib/auth/device";
import { findAdmin } from "@/lib/auth/guard";
import { SignInRefused, signIn } from "@/lib/auth/next-auth";
import { revokeSession } from "@/lib/auth/sessions";
import { normalizeEmail } from "@/lib/email";

/**
 * Signs in to the desk in this browser: a new session, the old one ended, the browser known from now on.
 * Answers why not, in words, or null when it is done.
 */
export async function enter(email: string, password: string): Promise<string | null> {
  const before = await findAdmin();
  try {
    await signIn("credentials", { email, password, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) return error.refusal.message;
    if (error instanceof CredentialsSignin) return "E-mail or password is wrong.";
    return asActionFailure(error).message;
  }
  if (before?.sessionId) await revokeSession(before.sessionId);
  const device = newDevice(normalizeEmail(email));
  (await cookies()).set(DEVICE_COOKIE, device, { ...COOKIE_FLAGS, maxAge: DEVICE_SECONDS });
  return null;
}
