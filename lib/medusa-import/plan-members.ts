import { type Here, memberKey } from "./here";
import { type Counted, count, type Plan } from "./plan";
import type { SourceMember } from "./source-rows";

/** Decides on each membership. A group that is here under another id takes the place of the one there. */
export function planMembers(
  plan: Plan,
  here: Here,
  members: SourceMember[],
  liveCustomers: Set<string>,
): void {
  for (const source of members) {
    const { customerId, groupId } = source;
    const row: Counted = { entity: "memberships", rowId: memberKey(groupId, customerId) };
    if (source.deletedAt !== null) {
      count(plan, row, "deleted");
      continue;
    }
    if (!liveCustomers.has(customerId)) {
      count(plan, row, "ownerless", `Its customer ${customerId} was not taken.`);
      continue;
    }
    const group = here.groups.get(groupId);
    if (group === undefined) {
      count(plan, row, "ownerless", `Its group ${groupId} is not here.`);
      continue;
    }
    const key = memberKey(group, customerId);
    if (here.members.has(key)) {
      count(plan, row, "same");
      continue;
    }
    if (here.past.members.get(key)?.removed) {
      count(plan, row, "left", "The customer was taken out of the group here.");
      continue;
    }
    here.members.add(key);
    const { createdBy, createdAt } = source;
    const since = createdAt instanceof Date ? createdAt.toISOString() : null;
    plan.members.push({ groupId: group, customerId, createdBy, createdAt: since });
    count(plan, row, "new");
  }
}
