"use client";

import { ChevronDown, Folders } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { GroupRef } from "@/lib/customers/schema";
import type { LoadGroups } from "./group-picker";
import { useList } from "./list-navigation";

const load = () => import("./group-picker");
const GroupPicker = lazy(() => load().then((module) => ({ default: module.GroupPicker })));

type GroupFilterProps = {
  /** The groups that are chosen, by name as far as they exist. */
  chosen: GroupRef[];
  loadGroups: LoadGroups;
};

/** The picker comes when it is wanted first; until then there is only its button. */
export function GroupFilter({ chosen, loadGroups }: GroupFilterProps) {
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
      <GroupPicker
        trigger={button}
        chosen={chosen}
        ids={asked.groups}
        loadGroups={loadGroups}
        onChange={(groups) => change({ groups })}
      />
    </Suspense>
  );
}
