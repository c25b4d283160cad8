"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

export type ForgotState = {
  email: string;
  done?: boolean;
  /** What is wrong with the address as such. */
  wrong?: string;
  /** Why it cannot be done. */
  refusal?: string;
};

type ForgotPasswordFormProps = {
  action: (before: ForgotState, form: FormData) => Promise<ForgotState>;
};

export function ForgotPasswordForm({ action }: ForgotPasswordFormProps) {
  const [state, submit, pending] = useActionState(action, { email: "" });
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.wrong) form.current?.querySelector<HTMLElement>("[name=email]")?.focus();
  }, [state]);

  if (state.done)
    return (
      <Notice tone="success" role="status" title="Look into your mail">
        If <bdi>{state.email}</bdi> belongs to somebody of the team, a link is on its way. Without a
        mail server an owner finds it under Settings, Outbox.
      </Notice>
    );
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4">
      {state.refusal && <FormError error={{ message: state.refusal }} />}
      <Field label="E-mail" error={state.wrong}>
        {(control) => (
          <Input
            {...control}
            name="email"
            defaultValue={state.email}
            required
            autoFocus
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={pending} className="mt-1 w-full">
        Mail me a link
      </Button>
    </form>
  );
}
