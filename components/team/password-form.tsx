"use client";

import { FormError } from "@/components/form/form-error";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PasswordField } from "@/components/form/password-field";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action-result";
import { changePasswordInput, PASSWORD_LENGTH } from "@/lib/team/schema";

type PasswordFormProps = {
  /** Whose password it is, so that a password manager keeps it in the right place. */
  email: string;
  action: (input: { current: string; password: string }) => Promise<ActionResult<void>>;
};

export function PasswordForm({ email, action }: PasswordFormProps) {
  const toast = useToast();
  const form = useActionForm({
    schema: changePasswordInput,
    defaults: { current: "", password: "" },
    action,
    onSuccess: () => {
      form.form.reset({ current: "", password: "" });
      toast({
        tone: "success",
        message: "Password changed",
        detail: "You have been signed out everywhere else.",
      });
    },
  });
  return (
    <form {...form.formProps} className="flex max-w-sm flex-col gap-4">
      <LeaveGuard dirty={form.dirty} />
      <FormError error={form.formError} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Present password"
        field={form.register("current")}
        error={form.error("current")}
        autoComplete="current-password"
      />
      <PasswordField
        label="New password"
        field={form.register("password")}
        error={form.error("password")}
        minLength={PASSWORD_LENGTH.min}
        generate
      />
      <SubmitRow label="Change password" pending={form.pending} />
    </form>
  );
}
