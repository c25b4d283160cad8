import { GROUPS_OFFERED } from "@/lib/groups/schema";
import type { GroupSearch } from "./use-group-search";

/** What there is to say of a search for groups beside what it found. */
export function searchStatus({ found, state }: GroupSearch): string | null {
  if (state === "failed") return "Could not ask for groups. Try again.";
  if (state !== "done") return null;
  if (found.length === 0) return "No group found.";
  return found.length >= GROUPS_OFFERED
    ? `The first ${GROUPS_OFFERED}. Type to find others.`
    : null;
}
