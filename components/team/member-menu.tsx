"use client";

import { Ellipsis, RotateCcw, ShieldCheck, UserX } from "lucide-react";
import { useState, useTransition } from "react";
import { placeRefusal } from "@/components/form/refusal";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { TeamMember } from "@/lib/team/schema";
import { DeactivateDialog } from "./deactivate-dialog";
import type { MemberActions } from "./member-actions";
import { RoleDialog } from "./role-dialog";
import { memberName } from "./roles";

type MemberMenuProps = { member: TeamMember; isMe: boolean; actions: MemberActions };

export function MemberMenu({ member, isMe, actions }: MemberMenuProps) {
  const [open, setOpen] = useState<"role" | "deactivate" | null>(null);
  const [busy, start] = useTransition();
  const toast = useToast();
  const name = memberName(member);
  const onOpenChange = (next: boolean) => next || setOpen(null);

  async function reactivate() {
    const result = await actions.reactivate({ id: member.id });
    if (result.ok) toast({ tone: "success", message: `${name} can sign in again.` });
    else toast({ tone: "danger", message: placeRefusal(result, () => false).formError?.message });
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            aria-label={`Actions for ${name}`}
            aria-busy={busy || undefined}
          />
        }
      >
        <MenuItem icon={ShieldCheck} onSelect={() => setOpen("role")}>
          Change role…
        </MenuItem>
        {!isMe && !member.deactivatedAt && (
          <MenuItem icon={UserX} danger onSelect={() => setOpen("deactivate")}>
            Deactivate…
          </MenuItem>
        )}
        {member.deactivatedAt && (
          <MenuItem icon={RotateCcw} onSelect={() => start(reactivate)}>
            Reactivate
          </MenuItem>
        )}
      </Menu>
      {open === "role" && (
        <RoleDialog {...{ member, isMe, onOpenChange }} action={actions.changeRole} />
      )}
      <DeactivateDialog
        {...{ member, onOpenChange }}
        open={open === "deactivate"}
        action={actions.deactivate}
      />
    </>
  );
}
