"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

export type SignInState = { email: string; refusal?: string };

type SignInFormProps = {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  /** Where to go on to afterwards. */
  goal: string;
  notice?: string;
  refusal?: string;
};

export function SignInForm({ action, goal, notice, refusal }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, { email: "", refusal });
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.refusal) form.current?.querySelector<HTMLElement>("[name=password]")?.focus();
  }, [state]);

  return (
    <form ref={form} action={submit} onSubmit={(event) => keepHash(event.currentTarget)}>
      <div className="flex flex-col gap-4">
        {state.refusal && <FormError error={{ message: state.refusal }} />}
        {notice && !state.refusal && <Notice role="status">{notice}</Notice>}
        <input type="hidden" name="goal" value={goal} />
        <input type="hidden" name="hash" />
        <Field label="E-mail">
          {(control) => (
            <Input
              {...control}
              name="email"
              defaultValue={state.email}
              required
              autoFocus={!state.email}
              autoComplete="username"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
            />
          )}
        </Field>
        <PasswordField
          field={{ name: "password", required: true }}
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" busy={pending} className="mt-1 w-full">
          Sign in
        </Button>
      </div>
    </form>
  );
}

/** The server never sees the fragment of the address one came for; it goes along as a field. */
function keepHash(form: HTMLFormElement) {
  const field = form.elements.namedItem("hash");
  if (field instanceof HTMLInputElement) field.value = location.hash;
}
