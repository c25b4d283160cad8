"use server";

import { redirect } from "next/navigation";
import type { SignInState } from "@/components/entry/sign-in-form";
import { asActionFailure } from "@/lib/actions/failure";
import { requireOwnOrigin } from "@/lib/auth/guard";
import { safePath } from "@/lib/auth/safe-path";
import { enter } from "../enter";

/** Works without scripts too: a plain form post to this page. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, "email");
  const refusal = await tryToEnter(email, textOf(form, "password"));
  if (refusal) return { email, refusal };
  const [goal] = safePath(textOf(form, "goal")).split("#");
  redirect(safePath(goal + textOf(form, "hash")));
}

async function tryToEnter(email: string, password: string): Promise<string | null> {
  try {
    await requireOwnOrigin();
    return await enter(email, password);
  } catch (error) {
    return asActionFailure(error).message;
  }
}

/** Anybody may call an action with anything: what is no form, and what is no text in it, is nothing. */
function textOf(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === "string" ? value : "";
}
