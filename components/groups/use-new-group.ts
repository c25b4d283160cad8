"use client";

import { useState } from "react";
import { newRequestKey } from "@/components/form/request-key";
import type { GroupRef } from "@/lib/customers/schema";
import type { CreateGroup } from "./group-actions";
import type { Option } from "./group-option";

/** Turns what was picked into a group: one that is there, or one that is made now. Null, and `error`, when refused. */
export function useNewGroup(create: CreateGroup) {
  const [error, setError] = useState<string>();

  async function resolve(option: Option): Promise<GroupRef | null> {
    setError(undefined);
    if (!option.isNew) return option;
    const result = await create({ name: option.name }, newRequestKey()).catch(() => null);
    if (result?.ok) return result.data;
    setError(result?.fields?.name ?? result?.message ?? "Could not reach the server. Try again.");
    return null;
  }

  return { error, resolve };
}
