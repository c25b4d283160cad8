"use server";

import { refresh } from "next/cache";
import { adminAction } from "@/lib/actions/admin-action";
import { changeRole, createAdmin, deactivateAdmin, reactivateAdmin } from "@/lib/team/admins";
import { changeRoleInput, memberInput, newAdminInput } from "@/lib/team/schema";

export const addAdminAction = adminAction({
  right: "team",
  input: newAdminInput,
  run: async (actor, input, requestKey) => {
    const admin = await createAdmin(actor, input, requestKey);
    refresh();
    return admin;
  },
});

export const changeRoleAction = adminAction({
  right: "team",
  input: changeRoleInput,
  run: async (actor, input) => {
    await changeRole(actor, input);
    refresh();
  },
});

export const deactivateAction = adminAction({
  right: "team",
  input: memberInput,
  run: async (actor, { id }) => {
    await deactivateAdmin(actor, id);
    refresh();
  },
});

export const reactivateAction = adminAction({
  right: "team",
  input: memberInput,
  run: async (actor, { id }) => {
    await reactivateAdmin(actor, id);
    refresh();
  },
});
