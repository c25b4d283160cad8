"use client";

import { Dices, Eye, EyeOff } from "lucide-react";
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Field } from "./field";
import { lengthHint } from "./length-hint";
import { newPassword } from "./new-password";
import { typeInto } from "./type-into";

type PasswordFieldProps = {
  label?: string;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  optional?: boolean;
  /** What `register("password")` returns, or just `{ name }`. */
  field: Pick<UseFormRegisterReturn, "name"> & Partial<UseFormRegisterReturn>;
  /** Says how far it is; only for a password that is being chosen. */
  minLength?: number;
  /** Offers to make one up and to copy it. */
  generate?: boolean;
  autoComplete?: "new-password" | "current-password" | "off";
};

export function PasswordField(props: PasswordFieldProps) {
  const { label = "Password", hint, field, minLength, generate = false, error, ...rest } = props;
  const { autoComplete = "new-password", required, optional } = rest;
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setTyped(input.current?.value ?? "");
    const form = input.current?.form;
    const forget = () => {
      setTyped("");
      setShown(false);
    };
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    setTyped(event.target.value);
    return field.onChange?.(event);
  }

  function makeOne() {
    if (!input.current) return;
    typeInto(input.current, newPassword());
    setShown(true);
  }

  const help = (minLength !== undefined || hint) && (
    <>
      {minLength !== undefined && <span className="block">{lengthHint(typed, minLength)}</span>}
      {hint}
    </>
  );
  return (
    <Field {...{ label, error, required, optional }} hint={help}>
      {(control) => (
        <div className="flex gap-1.5">
          <div className="relative min-w-0 flex-1">
            <Input
              {...control}
              {...field}
              onChange={onChange}
              ref={(element) => {
                input.current = element;
                field.ref?.(element);
              }}
              type={shown ? "text" : "password"}
              dir="ltr"
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              className={shown ? "pr-10 font-mono" : "pr-10"}
            />
            <IconButton
              icon={shown ? EyeOff : Eye}
              aria-label={shown ? "Hide password" : "Show password"}
              size="sm"
              className="absolute inset-y-0 right-0.5 my-auto"
              onClick={() => setShown(!shown)}
            />
          </div>
          {generate && typed && (
            <CopyButton text={typed} label="Copy password" className="my-auto" />
          )}
          {generate && (
            <Button onClick={makeOne}>
              <Dices aria-hidden />
              Generate
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
