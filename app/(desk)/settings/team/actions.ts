"use server";

import { adminAction } from "@/lib/actions/admin-action";
import { changeRole, createAdmin, deactivateAdmin, reactivateAdmin } from "@/lib/team/admins";
import { changeRoleInput, memberInput, newAdminInput } from "@/lib/team/schema";

export const addAdminAction = adminAction({
  right: "team",
  input: newAdminInput,
  run: createAdmin,
});

export const changeRoleAction = adminAction({
  right: "team",
  input: changeRoleInput,
  run: (actor, input) => changeRole(actor, input),
});

export const deactivateAction = adminAction({
  right: "team",
  input: memberInput,
  run: (actor, { id }) => deactivateAdmin(actor, id),
});

export const reactivateAction = adminAction({
  right: "team",
  input: memberInput,
  run: (actor, { id }) => reactivateAdmin(actor, id),
});
