"use client";

import { useRef } from "react";
import { ConflictChoice } from "@/components/form/conflict-choice";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action-result";
import type { GroupRef } from "@/lib/customers/schema";
import { groupFormInput } from "@/lib/groups/schema";

type GroupNameFormProps = {
  /** The name it has; "" for a new group. */
  name: string;
  saveLabel: string;
  /** `was` is the name that the edit began from, or theirs after a conflict. */
  save: (
    input: { name: string | null; was: string },
    requestKey: string,
  ) => Promise<ActionResult<GroupRef>>;
  onSaved: (group: GroupRef) => void;
};

type GroupNameDialogProps = GroupNameFormProps & {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks for the name of a new group, or for another name of one that is there. */
export function GroupNameDialog({ title, open, onOpenChange, ...form }: GroupNameDialogProps) {
  return (
    <Dialog {...{ title, open, onOpenChange }} size="sm">
      <GroupNameForm {...form} />
    </Dialog>
  );
}

function GroupNameForm({ name, saveLabel, save, onSaved }: GroupNameFormProps) {
  const was = useRef(name);
  const form = useActionForm({
    schema: groupFormInput,
    defaults: { name },
    action: (input, requestKey) => save({ name: input.name, was: was.current }, requestKey),
    onSuccess: onSaved,
  });
  const conflict = form.conflict?.[0];

  return (
    <form {...form.formProps} className="space-y-4">
      <FormError error={form.formError} />
      <Field label="Name" error={form.error("name")} required>
        {(control) => (
          <Input {...control} {...form.register("name")} autoComplete="off" spellCheck={false} />
        )}
      </Field>
      {conflict && (
        <ConflictChoice
          {...conflict}
          autoFocus
          busy={form.pending}
          onTheirs={() => onSaved({ id: "", name: String(conflict.theirs) })}
          onMine={() => {
            was.current = String(conflict.theirs);
            form.submit();
          }}
        />
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" busy={form.pending}>
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}
