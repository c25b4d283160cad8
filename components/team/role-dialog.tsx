"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { Isolated } from "@/components/ui/isolated";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { changeRoleInput, type TeamMember } from "@/lib/team/schema";
import type { MemberActions } from "./member-actions";
import { RoleField } from "./role-field";
import { memberName, roleLabel } from "./roles";

type RoleDialogProps = {
  member: TeamMember;
  isMe: boolean;
  onOpenChange: (open: boolean) => void;
  action: MemberActions["changeRole"];
};

export function RoleDialog({ member, isMe, onOpenChange, action }: RoleDialogProps) {
  const toast = useToast();
  const name = memberName(member);
  const form = useActionForm({
    schema: changeRoleInput,
    defaults: { id: member.id, role: member.role },
    action,
    onSuccess: (_, { input }) => {
      toast({
        tone: "success",
        message: `The role of ${name} is ${roleLabel(input.role)} now.`,
      });
      onOpenChange(false);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={
        <>
          Role of <Isolated>{name}</Isolated>
        </>
      }
      description="It counts from their next click on."
    >
      <form {...form.formProps} className="flex flex-col gap-4">
        <FormError error={form.formError} />
        {isMe && member.role === "owner" && (
          <Notice tone="warn">With another role you can no longer change the team yourself.</Notice>
        )}
        <RoleField field={form.form.register("role")} error={form.error("role")} />
        <SubmitRow label="Change role" pending={form.pending} />
      </form>
    </Dialog>
  );
}
