"use server";

import { z } from "zod";
import { adminAction } from "@/lib/actions/admin-action";
import { createGroup, deleteGroup, updateGroup } from "@/lib/groups/groups";
import { findGroupNames } from "@/lib/groups/list";
import { GROUPS_OFFERED, groupFormInput } from "@/lib/groups/schema";

const id = z.string().min(1).max(100);

export const findGroups = adminAction({
  right: "read",
  input: z.strictObject({ q: z.string().max(255) }),
  run: (actor, { q }) => findGroupNames(actor, q, GROUPS_OFFERED),
});

export const addGroup = adminAction({
  input: groupFormInput,
  run: async (actor, input, key) => {
    const group = await createGroup(actor, input, { once: key ? { key, input } : undefined });
    return { id: group.id, name: group.name };
  },
});

export const renameGroup = adminAction({
  input: groupFormInput.extend({ id, was: z.string().max(255) }),
  run: (actor, { id, name, was }) => updateGroup(actor, id, { name }, { base: { name: was } }),
});

export const removeGroup = adminAction({
  input: z.strictObject({ id }),
  run: (actor, { id }) => deleteGroup(actor, id),
});
