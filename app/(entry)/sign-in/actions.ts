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
  const [goal] = safePath(form.get("goal")).split("#");
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

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
