"use server";

import { z } from "zod";
import { adminAction } from "@/lib/actions/admin-action";
import { setCustomerPassword } from "@/lib/customers/customers";
import { changeGroups } from "@/lib/customers/membership";
import { customerPasswordInput } from "@/lib/customers/schema";

const id = z.string().min(1).max(100);
const ids = z.array(id).max(100).optional();

export const savePassword = adminAction({
  input: customerPasswordInput.extend({ id }),
  run: (actor, { id, password }) => setCustomerPassword(actor, id, { password }),
});

export const saveGroups = adminAction({
  input: z.strictObject({ id, add: ids, remove: ids }),
  run: (actor, { id, ...groups }) => changeGroups(actor, id, groups),
});
