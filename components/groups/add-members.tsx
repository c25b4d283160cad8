"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Isolated } from "@/components/ui/isolated";
import type { Group } from "@/lib/groups/schema";
import { AddMembersForm } from "./add-members-form";
import type { ChangeMembers, FindCandidates } from "./group-actions";

type AddMembersProps = { group: Group; find: FindCandidates; change: ChangeMembers };

export function AddMembers({ group, find, change }: AddMembersProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Add customers
        </Button>
      }
      title={
        <>
          Add customers to <Isolated>{group.name}</Isolated>
        </>
      }
    >
      <AddMembersForm {...{ group, find, change }} close={() => setOpen(false)} />
    </Dialog>
  );
}
