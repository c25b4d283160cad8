"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { LeaveGuard } from "@/components/form/leave-guard";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { ActionResult } from "@/lib/action-result";
import { type ApiKey, newApiKeyInput } from "@/lib/team/schema";

/** `token` is "" when an earlier try made it, whose answer was lost. */
export type Made = { id: string; token: string };
export type CreateTokenAction = (
  input: Pick<ApiKey, "title" | "access">,
  requestKey: string,
) => Promise<ActionResult<Made>>;

type NewTokenFormProps = { action: CreateTokenAction; onCreated: (made: Made) => void };

export function NewTokenForm({ action, onCreated }: NewTokenFormProps) {
  const form = useActionForm({
    schema: newApiKeyInput,
    defaults: { title: "", access: "read" },
    action,
    onSuccess: onCreated,
  });
  return (
    <form {...form.formProps} className="flex flex-col gap-4">
      <LeaveGuard dirty={form.dirty} />
      <FormError error={form.formError} />
      <Field
        label="What is it for?"
        hint="A name by which you will know it later, such as “Nightly import”."
        error={form.error("title")}
      >
        {(control) => <Input {...control} {...form.register("title")} autoComplete="off" />}
      </Field>
      <Segmented
        legend="Access"
        showLegend
        options={[
          { value: "read", label: "Read" },
          { value: "write", label: "Read and write" },
        ]}
        {...form.form.register("access")}
      />
      <SubmitRow label="Make the token" pending={form.pending} />
    </form>
  );
}
