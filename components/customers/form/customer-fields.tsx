import type { ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import type { EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";

type CustomerFieldsProps = {
  /** Ties an input to the form. */
  bind: (field: EditableField) => { input: UseFormRegisterReturn; error?: ReactNode };
  emailRequired: boolean;
  emailHint?: ReactNode;
  /** Between the e-mail and the names. */
  children?: ReactNode;
};

const rest = ["firstName", "lastName", "companyName", "phone"] as const;

/** The text fields of a customer, for the form that creates and the form that edits. */
export function CustomerFields({ bind, emailRequired, emailHint, children }: CustomerFieldsProps) {
  const email = bind("email");
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field
          label={fieldLabels.email}
          hint={emailHint}
          error={email.error}
          required={emailRequired}
          optional={!emailRequired}
        >
          {(control) => (
            <Input
              {...control}
              {...email.input}
              inputMode="email"
              dir="ltr"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        {children}
      </div>
      {rest.map((name) => (
        <Plain key={name} name={name} {...bind(name)} />
      ))}
    </div>
  );
}

type PlainProps = {
  name: (typeof rest)[number];
  input: UseFormRegisterReturn;
  error?: ReactNode;
};

function Plain({ name, input, error }: PlainProps) {
  return (
    <Field label={fieldLabels[name]} error={error} optional>
      {(control) => (
        <Input
          {...control}
          {...input}
          inputMode={name === "phone" ? "tel" : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
