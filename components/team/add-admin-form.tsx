"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PasswordField } from "@/components/form/password-field";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action-result";
import { newAdminInput, PASSWORD_LENGTH, type TeamMember } from "@/lib/team/schema";
import { RoleField } from "./role-field";

export type Added = { email: string; password: string };
export type AddAdminAction = (
  input: {
    email: string;
    firstName: string;
    lastName: string | null;
    role: TeamMember["role"];
    password: string;
  },
  requestKey: string,
) => Promise<ActionResult<{ id: string }>>;

type AddAdminFormProps = { action: AddAdminAction; onAdded: (added: Added) => void };

export function AddAdminForm({ action, onAdded }: AddAdminFormProps) {
  const form = useActionForm({
    schema: newAdminInput,
    defaults: { email: "", firstName: "", lastName: "", role: "admin", password: "" },
    action,
    onSuccess: (_, { input: { email, password } }) => onAdded({ email, password }),
  });
  return (
    <form {...form.formProps} className="flex flex-col gap-4">
      <LeaveGuard dirty={form.dirty} />
      <FormError error={form.formError} />
      <Field label="E-mail" required error={form.error("email")}>
        {(control) => (
          <Input
            {...control}
            {...form.register("email")}
            autoComplete="off"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First name" required error={form.error("firstName")}>
          {(control) => <Input {...control} {...form.register("firstName")} autoComplete="off" />}
        </Field>
        <Field label="Last name" optional error={form.error("lastName")}>
          {(control) => <Input {...control} {...form.register("lastName")} autoComplete="off" />}
        </Field>
      </div>
      <RoleField field={form.form.register("role")} error={form.error("role")} />
      <PasswordField
        label="First password"
        required
        field={form.register("password")}
        error={form.error("password")}
        minLength={PASSWORD_LENGTH.min}
        generate
      />
      <SubmitRow label="Add to the team" pending={form.pending} />
    </form>
  );
}
