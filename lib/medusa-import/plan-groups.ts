import type { HereGroup } from "./here";
import { keeper, type Past } from "./past";
import { type Counted, count } from "./plan";
import { type GroupFields, ruleGroup } from "./rules";
import { isSame } from "./same";
import type { SourceGroup } from "./source-rows";
import { type Counts, type Finding, noCounts, type Outcome } from "./tally";

const FIELDS = ["name", "metadata"] as const;

export type GroupPlan = {
  new: GroupFields[];
  changed: GroupFields[];
  counts: Counts;
  findings: Finding[];
};
type Here = { groups: Map<string, HereGroup>; names: Map<string, string>; past: Past };

/** Decides on each group. The name of one may be here already: then its members go into that one. */
export function planGroups(here: Here, groups: SourceGroup[]): GroupPlan {
  const plan: GroupPlan = { new: [], changed: [], counts: noCounts(), findings: [] };
  for (const source of groups) {
    const row: Counted = { entity: "groups", rowId: source.id };
    if (source.deletedAt !== null) {
      count(plan, row, "deleted");
      continue;
    }
    const ruled = ruleGroup(source);
    if ("refused" in ruled) count(plan, row, "invalid", ruled.refused);
    else count(plan, row, ...decide(plan, here, ruled.row));
  }
  return plan;
}

function decide(plan: GroupPlan, here: Here, group: GroupFields): [Outcome, string?] {
  const now = here.groups.get(group.id);
  if (now && isSame(FIELDS, now, group)) return ["same"];
  const kept = now && keeper(here.past, group.id);
  if (kept) return ["left", kept];
  const holder = here.names.get(group.name);
  if (holder !== undefined && holder !== group.id) {
    const rest = now ? "This one keeps its name." : "Its members go into that one.";
    return ["clash", `A group named “${group.name}” is here already: ${holder}. ${rest}`];
  }
  if (!now && here.past.get(group.id)?.removed) return ["left", "It was deleted here."];
  if (now) here.names.delete(now.name);
  here.names.set(group.name, group.id);
  plan[now ? "changed" : "new"].push(group);
  return [now ? "changed" : "new"];
}
