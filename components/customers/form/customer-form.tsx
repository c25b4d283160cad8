"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { CustomerName } from "@/components/customers/customer-name";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PasswordField } from "@/components/form/password-field";
import { SubmitRow } from "@/components/form/submit-row";
import { useActionForm } from "@/components/form/use-action-form";
import { useFocusFirst } from "@/components/form/use-focus-first";
import type { CreateGroup, FindGroups } from "@/components/groups/group-actions";
import { GroupPicker } from "@/components/groups/group-picker";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { ActionResult, ExistingRecord } from "@/lib/action-result";
import {
  type Customer,
  customerFormInput,
  type CustomerForm as Form,
} from "@/lib/customers/schema";
import { CustomerFields } from "./customer-fields";
import { EmailInUse } from "./email-in-use";
import { TakenEmail } from "./taken-email";
import { type FindByEmail, useEmailInUse } from "./use-email-in-use";

type CustomerFormProps = {
  create: (
    input: z.output<typeof customerFormInput>,
    requestKey: string,
  ) => Promise<ActionResult<Customer>>;
  findByEmail: FindByEmail;
  findGroups: FindGroups;
  createGroup: CreateGroup;
  /** The list one came from: where Cancel leads, and as the parameter that the new record hands on. */
  listHref: string;
  recordQuery: string;
};

const empty: Form = {
  email: "",
  firstName: "",
  lastName: "",
  companyName: "",
  phone: "",
  password: "",
  groupIds: [],
};

export function CustomerForm(props: CustomerFormProps) {
  const router = useRouter();
  const toast = useToast();
  const [existing, setExisting] = useState<ExistingRecord>();
  const unpicked = useRef("");

  const form = useActionForm({
    schema: customerFormInput,
    defaults: empty,
    offersAnother: true,
    action: async (input, requestKey) => {
      setExisting(undefined);
      if (unpicked.current) return groupNotPicked(unpicked.current);
      return props.create(input, requestKey);
    },
    onRefused: (refusal) => {
      setExisting(refusal.existing);
      return undefined;
    },
    onSuccess: (customer, { another }) => {
      const href = `/customers/${customer.id}${props.recordQuery}`;
      toast({ tone: "success", message: <Saved href={href} customer={customer} /> });
      if (!another) router.push(href);
    },
  });

  useFocusFirst(form.formProps.ref);
  const { control } = form.form;
  const [email, password, groupIds] = useWatch({
    control,
    name: ["email", "password", "groupIds"],
  });
  const matches = useEmailInUse(email ?? "", props.findByEmail);
  const isTaken = form.error("email") !== undefined && existing !== undefined;

  return (
    <form {...form.formProps} className="max-w-2xl space-y-5">
      <LeaveGuard dirty={form.dirty} />
      <FormError error={form.formError} />
      <Card>
        <CustomerFields
          emailRequired
          bind={(field) => ({
            input: form.register(field),
            error:
              field === "email" && isTaken ? (
                <TakenEmail message={form.error("email") ?? ""} existing={existing} />
              ) : (
                form.error(field)
              ),
          })}
        >
          {!isTaken && <EmailInUse matches={matches} willBeAccount={Boolean(password)} />}
        </CustomerFields>
      </Card>
      <Card>
        <PasswordField
          field={form.register("password")}
          error={form.error("password")}
          optional
          generate
          hint="With a password the customer has an account and can sign in. Left empty, the customer is a guest."
        />
      </Card>
      <Card>
        <Field label="Groups" error={form.error("groupIds")} optional>
          {(fieldControl) => (
            <GroupPicker
              control={fieldControl}
              ids={groupIds ?? []}
              onChange={(ids) => form.form.setValue("groupIds", ids, { shouldDirty: true })}
              onType={(text) => {
                unpicked.current = text;
              }}
              find={props.findGroups}
              create={props.createGroup}
            />
          )}
        </Field>
      </Card>
      <SubmitRow
        label="Save customer"
        pending={form.pending}
        cancel={{ href: props.listHref }}
        onAnother={() => form.submit({ another: true })}
      />
    </form>
  );
}

/** A name left in the box would be lost without a word. */
function groupNotPicked(name: string): Extract<ActionResult<never>, { ok: false }> {
  const message = `“${name}” is not added yet: press Enter there to add it, or clear the box.`;
  return { ok: false, code: "invalid", message, fields: { groupIds: message } };
}

function Saved({ href, customer }: { href: string; customer: Customer }) {
  return (
    <>
      Saved{" "}
      <Link href={href} className="text-accent underline underline-offset-2">
        <CustomerName customer={customer} />
      </Link>
    </>
  );
}
