"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action-result";
import { PASSWORD_LENGTH, setUpInput } from "@/lib/team/schema";

type SetUp = {
  token: string;
  email: string;
  firstName: string;
  lastName: string | null;
  password: string;
};
type SetUpFormProps = { token: string; action: (input: SetUp) => Promise<ActionResult<null>> };

export function SetUpForm({ token, action }: SetUpFormProps) {
  const form = useActionForm({
    schema: setUpInput,
    defaults: { token, email: "", firstName: "", lastName: "", password: "" },
    action,
  });
  return (
    <form {...form.formProps} className="flex flex-col gap-4">
      <FormError error={form.formError} />
      <Field label="E-mail" error={form.error("email")}>
        {(control) => (
          <Input
            {...control}
            {...form.register("email")}
            autoFocus
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First name" error={form.error("firstName")}>
          {(control) => (
            <Input {...control} {...form.register("firstName")} autoComplete="given-name" />
          )}
        </Field>
        <Field label="Last name" optional error={form.error("lastName")}>
          {(control) => (
            <Input {...control} {...form.register("lastName")} autoComplete="family-name" />
          )}
        </Field>
      </div>
      <PasswordField
        field={form.register("password")}
        error={form.error("password")}
        minLength={PASSWORD_LENGTH.min}
        generate
      />
      <Button type="submit" variant="primary" busy={form.pending} className="mt-1 w-full">
        Make the owner’s account
      </Button>
    </form>
  );
}
