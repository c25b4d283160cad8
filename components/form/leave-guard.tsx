"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useLeaveGuard } from "./use-leave-guard";

/** `<LeaveGuard dirty={form.dirty} />` somewhere in a form: leaving with changes asks first. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { asking, leave, stay } = useLeaveGuard(dirty);
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={(open) => open || stay()}
      title="Leave without saving?"
      description="What you changed on this page is not saved yet and will be lost."
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={leave}
    />
  );
}
