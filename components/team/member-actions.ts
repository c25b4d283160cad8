import type { ActionResult } from "@/lib/action-result";
import type { TeamMember } from "@/lib/team/schema";

/** What an owner may do to a member of the team. */
export type MemberActions = {
  changeRole: (input: Pick<TeamMember, "id" | "role">) => Promise<ActionResult<void>>;
  deactivate: (input: { id: string }) => Promise<ActionResult<void>>;
  reactivate: (input: { id: string }) => Promise<ActionResult<void>>;
};
