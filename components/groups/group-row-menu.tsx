"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { useGroupDialogs } from "./use-group-dialogs";

type GroupRowMenuProps = { group: Group; rename: RenameGroup; remove: RemoveGroup };

export function GroupRowMenu(props: GroupRowMenuProps) {
  const { ask, dialogs } = useGroupDialogs(props);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} size="sm" aria-label={`Actions for ${props.group.name}`} />
        }
      >
        <MenuItem icon={Pencil} onSelect={() => ask("rename")}>
          Rename
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => ask("delete")}>
          Delete
        </MenuItem>
      </Menu>
      {dialogs}
    </>
  );
}
