"use client";

import { ChevronDown, Folders } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { FindGroups } from "@/components/groups/group-actions";
import { Button } from "@/components/ui/button";
import type { GroupRef } from "@/lib/customers/schema";
import { useList } from "./list-navigation";

const load = () => import("./group-checklist");
const GroupChecklist = lazy(() => load().then((module) => ({ default: module.GroupChecklist })));

type GroupFilterProps = {
  /** The groups that are chosen, by name as far as they exist. */
  chosen: GroupRef[];
  findGroups: FindGroups;
};

/** The picker comes when it is wanted first; until then there is only its button. */
export function GroupFilter({ chosen, findGroups }: GroupFilterProps) {
  const { asked, change } = useList();
  const [wanted, setWanted] = useState(false);
  const count = asked.groups.length;
  const button = (
    <Button
      aria-label={count > 0 ? `Groups ${count} chosen` : "Groups"}
      aria-haspopup="dialog"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      <Folders aria-hidden />
      Groups {count > 0 && <span className="text-accent tabular-nums">{count}</span>}
      <ChevronDown aria-hidden className="text-muted" />
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <GroupChecklist
        trigger={button}
        chosen={chosen}
        ids={asked.groups}
        find={findGroups}
        onChange={(groups) => change({ groups })}
      />
    </Suspense>
  );
}
