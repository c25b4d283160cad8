"use server";

import { headers } from "next/headers";
import { adminAction } from "@/lib/actions/admin-action";
import { keepSession } from "@/lib/auth/keep-session";
import { visitorOf } from "@/lib/auth/visitor";
import { changeOwnPassword } from "@/lib/team/admins";
import { changePasswordInput } from "@/lib/team/schema";

export const changePasswordAction = adminAction({
  right: "own",
  input: changePasswordInput,
  run: async (actor, input) => {
    const { token } = await changeOwnPassword(actor, input, visitorOf(await headers()));
    await keepSession(token);
  },
});
