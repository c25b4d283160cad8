"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { CustomerName } from "@/components/customers/customer-name";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Isolated } from "@/components/ui/isolated";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { type Customer, customerPasswordInput } from "@/lib/customers/schema";
import type { SetPassword } from "./record-actions";

type PasswordDialogProps = { customer: Customer; setPassword: SetPassword };

export function PasswordDialog({ customer, setPassword }: PasswordDialogProps) {
  const [open, setOpen] = useState(false);
  const label = customer.hasAccount ? "Set a new password" : "Set a password";
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button>
          <KeyRound aria-hidden />
          {label}
        </Button>
      }
      title={label}
      description={
        <>
          For <CustomerName customer={customer} />, who signs in as{" "}
          <Isolated>{customer.email}</Isolated>
        </>
      }
    >
      <PasswordForm {...{ customer, setPassword }} close={() => setOpen(false)} />
    </Dialog>
  );
}

function PasswordForm({
  customer,
  setPassword,
  close,
}: PasswordDialogProps & { close: () => void }) {
  const toast = useToast();
  const form = useActionForm({
    schema: customerPasswordInput,
    defaults: { password: "" },
    action: ({ password }) => setPassword({ id: customer.id, password }),
    onSuccess: () => {
      toast({
        tone: "success",
        message: customer.hasAccount ? "New password set" : "Password set: this is an account now",
      });
      close();
    },
  });

  return (
    <form {...form.formProps} className="space-y-4">
      <FormError error={form.formError} />
      <Notice tone={customer.hasAccount ? "info" : "warn"}>
        {customer.hasAccount
          ? "The old password stops working. Hand the new one over yourself: nothing is sent, and it cannot be shown again."
          : "With a password this guest becomes an account and can sign in. Hand the password over yourself: nothing is sent, and it cannot be shown again."}
      </Notice>
      <PasswordField
        field={form.register("password")}
        error={form.error("password")}
        minLength={8}
        required
        generate
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" busy={form.pending}>
          Save password
        </Button>
      </div>
    </form>
  );
}
