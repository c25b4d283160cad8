"use client";

import { useEffect, useState } from "react";
import type { GroupRef } from "@/lib/customers/schema";
import type { FindGroups } from "./group-actions";

export type GroupSearch = {
  /** What was found last, for whatever was asked last and answered. */
  found: GroupRef[];
  state: "searching" | "done" | "failed";
};

const PAUSE = 120;

/** Asks while `active`, anew on each opening, so that a group made a moment ago is there. */
export function useGroupSearch(find: FindGroups, q: string, active: boolean): GroupSearch {
  const [search, setSearch] = useState<GroupSearch>({ found: [], state: "searching" });

  useEffect(() => {
    if (!active) return;
    let wanted = true;
    setSearch(({ found }) => ({ found, state: "searching" }));
    const timer = setTimeout(
      async () => {
        const result = await find({ q }).catch(() => null);
        if (!wanted) return;
        setSearch(
          result?.ok ? { found: result.data, state: "done" } : { found: [], state: "failed" },
        );
      },
      q ? PAUSE : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [find, q, active]);

  return search;
}
