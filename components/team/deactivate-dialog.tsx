"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { TeamMember } from "@/lib/team/schema";
import type { MemberActions } from "./member-actions";
import { refused } from "./refused";
import { memberName } from "./roles";

type DeactivateDialogProps = {
  member: TeamMember;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  action: MemberActions["deactivate"];
};

/** Says what stops working before it does. */
export function DeactivateDialog({ member, open, onOpenChange, action }: DeactivateDialogProps) {
  const toast = useToast();
  const name = memberName(member);

  async function deactivate() {
    const result = await action({ id: member.id });
    if (result.ok) toast({ tone: "success", message: `${name} has been deactivated.` });
    return refused(result);
  }

  return (
    <ConfirmDialog
      {...{ open, onOpenChange }}
      title={
        <>
          Deactivate <Isolated>{name}</Isolated>?
        </>
      }
      description={
        <ul className="list-disc pl-5">
          <li>They are signed out everywhere at once and cannot sign in any more.</li>
          <li>{tokensThatStop(member.apiKeys)}</li>
          <li>What they did stays in the history. You can reactivate them later.</li>
        </ul>
      }
      confirmLabel="Deactivate"
      onConfirm={deactivate}
    />
  );
}

function tokensThatStop(count: number): string {
  if (count === 0) return "They have made no API tokens, so no script stops working.";
  if (count === 1) return "The API token they made stops working, and with it the script using it.";
  return `The ${count} API tokens they made stop working, and with them the scripts using them.`;
}
