import type { ActionResult } from "@/lib/action-result";
import type { GroupRef } from "@/lib/customers/schema";
import type { Candidate, Group } from "@/lib/groups/schema";

/** The first groups by name whose name holds `q`; all of them for "". */
export type FindGroups = (input: { q: string }) => Promise<ActionResult<GroupRef[]>>;

export type CreateGroup = (
  input: { name: string },
  requestKey: string,
) => Promise<ActionResult<GroupRef>>;

/** `was` is the name that the edit began from. */
export type RenameGroup = (input: {
  id: string;
  name: string | null;
  was: string;
}) => Promise<ActionResult<Group>>;

/** The group's own page is left by a redirect. */
export type RemoveGroup = (input: { id: string }) => Promise<ActionResult<boolean>>;

export type ChangeMembers = (input: {
  id: string;
  add?: string[];
  remove?: string[];
}) => Promise<ActionResult<{ added: number; removed: number }>>;

export type FindCandidates = (input: {
  id: string;
  q: string;
  offset: number;
}) => Promise<ActionResult<{ candidates: Candidate[]; count: number }>>;
