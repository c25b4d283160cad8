"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export type ResetState = {
  done?: boolean;
  /** What is wrong with the password. */
  password?: string;
  /** Why it cannot be done. */
  refusal?: string;
};

type ResetPasswordFormProps = {
  token: string;
  email: string;
  /** The fewest characters of a password. */
  shortest: number;
  /** What to do once it is changed. */
  afterwards: ReactNode;
  action: (before: ResetState, form: FormData) => Promise<ResetState>;
};

export function ResetPasswordForm({
  token,
  email,
  shortest,
  afterwards,
  action,
}: ResetPasswordFormProps) {
  const [state, submit, pending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.password) form.current?.querySelector<HTMLElement>("[name=password]")?.focus();
  }, [state]);

  if (state.done)
    return (
      <Notice tone="success" role="status" title="Your password is changed">
        You are signed out everywhere. {afterwards}
      </Notice>
    );
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4">
      {state.refusal && <FormError error={{ message: state.refusal }} />}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <PasswordField
        label="New password"
        field={{ name: "password", required: true }}
        error={state.password}
        minLength={shortest}
        generate
      />
      <Button type="submit" variant="primary" busy={pending} className="mt-1 w-full">
        Save the new password
      </Button>
    </form>
  );
}
