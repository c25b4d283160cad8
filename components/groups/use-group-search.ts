"use client";

import { useEffect, useState } from "react";
import type { GroupRef } from "@/lib/customers/schema";
import type { FindGroups } from "./group-actions";

/** `found` belongs to `q`, which may be older than what is typed while `state` is "searching". */
export type GroupSearch = {
  q: string;
  found: GroupRef[];
  state: "searching" | "done" | "failed";
};

const PAUSE = 120;
const nothing: GroupSearch = { q: "", found: [], state: "searching" };

/** Asks while `active`, anew on each opening, so that a group made a moment ago is there. */
export function useGroupSearch(find: FindGroups, q: string, active: boolean): GroupSearch {
  const [search, setSearch] = useState(nothing);

  useEffect(() => {
    if (!active) return;
    let wanted = true;
    setSearch((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(
      async () => {
        const result = await find({ q }).catch(() => null);
        if (!wanted) return;
        if (result?.ok) setSearch({ q, found: result.data, state: "done" });
        else setSearch({ q, found: [], state: "failed" });
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
