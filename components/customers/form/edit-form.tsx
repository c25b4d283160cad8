"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ConflictChoice } from "@/components/form/conflict-choice";
import { FormError } from "@/components/form/form-error";
import { LeaveGuard } from "@/components/form/leave-guard";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { useFocusFirst } from "@/components/form/use-focus-first";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { ActionResult, ExistingRecord, FieldConflict } from "@/lib/action-result";
import { type Customer, customerEditInput, type EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";
import type { SaveCustomer } from "../record/record-actions";
import { changedFields } from "./changed-fields";
import { changedMeanwhile } from "./changed-meanwhile";
import { CustomerFields } from "./customer-fields";
import { TakenEmail } from "./taken-email";

type EditFormProps = { customer: Customer; save: SaveCustomer; recordHref: string };

/** All fields at once. It sends what it began from, so that somebody else's edits are neither lost nor hidden. */
export function EditForm({ customer, save, recordHref }: EditFormProps) {
  const router = useRouter();
  const toast = useToast();
  const began = useRef(customer);
  const typed = useRef(inputValues(customer));
  const [conflicts, setConflicts] = useState<FieldConflict[]>([]);
  const [existing, setExisting] = useState<ExistingRecord>();

  const form = useActionForm({
    schema: customerEditInput(customer.hasAccount),
    defaults: inputValues(customer),
    action: async (input): Promise<ActionResult<Customer>> => {
      setConflicts([]);
      setExisting(undefined);
      typed.current = form.form.getValues() as ReturnType<typeof inputValues>;
      return save({ id: customer.id, ...changedFields(typed.current, input, began.current) });
    },
    onRefused: (refusal) => {
      setExisting(refusal.existing);
      setConflicts(refusal.conflict ?? []);
      return Boolean(refusal.conflict);
    },
    onSuccess: (saved) => {
      toast({
        tone: "success",
        message: saved.version === began.current.version ? "Nothing was changed" : "Saved",
        detail: changedMeanwhile(typed.current, began.current, saved),
      });
      router.push(recordHref);
    },
  });

  useFocusFirst(form.formProps.ref);

  /** Theirs goes into the input; mine stays there and now knows of theirs. After the last choice it is saved. */
  function settle(conflict: FieldConflict, keepTheirs: boolean) {
    const field = conflict.field as EditableField;
    const theirs = conflict.theirs as string | null;
    began.current = { ...began.current, [field]: theirs };
    if (keepTheirs) form.form.setValue(field, theirs ?? "", { shouldDirty: true });
    const left = conflicts.filter((other) => other.field !== field);
    setConflicts(left);
    if (left.length === 0) setTimeout(() => form.submit());
  }

  return (
    <form {...form.formProps} className="max-w-2xl space-y-5">
      <LeaveGuard dirty={form.dirty} />
      <FormError error={form.formError} />
      {conflicts.map((conflict, index) => (
        <ConflictChoice
          key={conflict.field}
          label={fieldLabels[conflict.field as EditableField]}
          {...conflict}
          autoFocus={index === 0}
          busy={form.pending}
          onTheirs={() => settle(conflict, true)}
          onMine={() => settle(conflict, false)}
        />
      ))}
      <Card>
        <CustomerFields
          emailRequired={customer.hasAccount}
          emailHint={
            customer.hasAccount
              ? "This is what the customer signs in with. Once changed, the old address no longer works."
              : undefined
          }
          bind={(field) => ({
            input: form.register(field),
            error:
              field === "email" && existing && form.error("email") ? (
                <TakenEmail message={form.error("email") ?? ""} existing={existing} />
              ) : (
                form.error(field)
              ),
          })}
        />
      </Card>
      <SubmitRow label="Save changes" pending={form.pending} cancel={{ href: recordHref }} />
    </form>
  );
}

function inputValues(customer: Customer) {
  const { email, firstName, lastName, companyName, phone } = customer;
  return {
    email: email ?? "",
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    companyName: companyName ?? "",
    phone: phone ?? "",
  };
}
