"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Candidate } from "@/lib/groups/schema";
import type { FindCandidates } from "./group-actions";

/** `ended`: the last page brought nobody new. */
type Found = { q: string; candidates: Candidate[]; count: number; ended: boolean };

const PAUSE = 150;
const nothing: Found = { q: "", candidates: [], count: 0, ended: true };

/** Customers that match, the first ones at once, more on demand. An answer to an older text is dropped. */
export function useCandidates(groupId: string, find: FindCandidates) {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found>(nothing);
  const [state, setState] = useState<"searching" | "done" | "failed">("searching");
  const wanted = useRef(0);
  const q = typed.trim();

  const load = useCallback(
    async (q: string, before: Candidate[]) => {
      const ticket = ++wanted.current;
      setState("searching");
      const result = await find({ id: groupId, q, offset: before.length }).catch(() => null);
      if (ticket !== wanted.current) return;
      if (!result?.ok) return setState("failed");
      const known = new Set(before.map(({ id }) => id));
      const fresh = result.data.candidates.filter(({ id }) => !known.has(id));
      const candidates = [...before, ...fresh];
      const { count } = result.data;
      setFound({ q, candidates, count, ended: fresh.length === 0 || candidates.length >= count });
      setState("done");
    },
    [find, groupId],
  );

  useEffect(() => {
    const timer = setTimeout(() => void load(q, []), q ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [load, q]);

  const isCurrent = found.q === q;
  return {
    typed,
    setTyped,
    found,
    /** What is on the screen belongs to what is typed. */
    isCurrent,
    state,
    hasMore: isCurrent && !found.ended,
    more: () => void load(found.q, found.candidates),
    /** What failed: the next page of what is on the screen, else the first of what is typed. */
    retry: () => void load(q, isCurrent ? found.candidates : []),
  };
}
