"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/lib/action-result";
import { asActionFailure } from "@/lib/actions/failure";
import { requireOwnOrigin } from "@/lib/auth/guard";
import { visitorOf } from "@/lib/auth/visitor";
import { claimShop } from "@/lib/team/set-up";
import { enter } from "../enter";

/** Makes the first owner, who is signed in then. Open to whoever has the one-time token. */
export async function setUpAction(input: { password: string }): Promise<ActionResult<null>> {
  let refusal: string | null;
  try {
    await requireOwnOrigin();
    const owner = await claimShop(input, visitorOf(await headers()));
    refusal = await enter(owner.email, input.password);
  } catch (error) {
    return asActionFailure(error);
  }
  redirect(refusal ? "/sign-in" : "/customers");
}
