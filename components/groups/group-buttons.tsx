"use client";

import { Pencil, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { useGroupDialogs } from "./use-group-dialogs";

type GroupButtonsProps = { group: Group; rename: RenameGroup; remove: RemoveGroup };

/** What one can do with the group on its own page. */
export function GroupButtons(props: GroupButtonsProps) {
  const { ask, dialogs } = useGroupDialogs(props);
  return (
    <>
      <Button onClick={() => ask("rename")}>
        <Pencil aria-hidden />
        Rename
      </Button>
      <Button onClick={() => ask("delete")}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      {dialogs}
    </>
  );
}
