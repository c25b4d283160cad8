"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { GroupNameDialog } from "./group-name-dialog";

type GroupDialogsProps = { group: Group; rename: RenameGroup; remove: RemoveGroup };

/** Renaming and deleting one group: `ask` opens the dialog, `dialogs` is what to render. */
export function useGroupDialogs({ group, rename, remove }: GroupDialogsProps) {
  const [asking, ask] = useState<"rename" | "delete" | null>(null);
  const toast = useToast();
  const close = (open: boolean) => open || ask(null);

  async function confirmRemoval() {
    const result = await remove({ id: group.id }).catch(answerOfRedirect);
    if (!result.ok) return result.message;
    toast({
      message: (
        <>
          Deleted the group <Isolated>{group.name}</Isolated>
        </>
      ),
    });
  }

  const dialogs = (
    <>
      <GroupNameDialog
        title="Rename group"
        open={asking === "rename"}
        onOpenChange={close}
        name={group.name}
        saveLabel="Rename"
        save={({ name, was }) => rename({ id: group.id, name, was })}
        onSaved={({ name }) => {
          ask(null);
          toast({
            tone: "success",
            message: (
              <>
                Now called <Isolated>{name}</Isolated>
              </>
            ),
          });
        }}
      />
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title={
          <>
            Delete the group “<Isolated>{group.name}</Isolated>”?
          </>
        }
        description={whatGoes(group.members)}
        confirmLabel="Delete group"
        onConfirm={confirmRemoval}
      />
    </>
  );
  return { ask, dialogs };
}

function whatGoes(members: number): string {
  if (members === 0) return "It has no members.";
  const who =
    members === 1 ? "1 customer loses" : `${members.toLocaleString("en-US")} customers lose`;
  return `${who} the group. The customers themselves stay.`;
}

/** An action that leads elsewhere arrives here as an error that the router has dealt with. */
function answerOfRedirect(error: unknown) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_REDIRECT")) return { ok: true as const };
  throw error;
}
