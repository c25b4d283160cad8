import { Mail } from "lucide-react";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Isolated } from "@/components/ui/isolated";
import { type Customer, EDITABLE_FIELDS, type EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";
import { FieldRow } from "./field-row";
import { InPlaceField } from "./in-place-field";
import type { SaveCustomer } from "./record-actions";

/** `save` is missing for somebody who may only look. */
type DetailsCardProps = { customer: Customer; save?: SaveCustomer };

export function DetailsCard({ customer, save }: DetailsCardProps) {
  return (
    <Card title="Details">
      <dl>
        {EDITABLE_FIELDS.map((field) =>
          save ? (
            <InPlaceField
              key={field}
              {...{ customer, field, save }}
              actions={<FieldActions {...{ customer, field }} />}
            />
          ) : (
            <FieldRow key={field} label={fieldLabels[field]}>
              <div className="flex items-start gap-1">
                <p className="min-w-0 py-1.5 wrap-anywhere whitespace-pre-wrap">
                  {customer[field] === null ? (
                    <span className="text-muted">Empty</span>
                  ) : (
                    <Isolated>{customer[field]}</Isolated>
                  )}
                </p>
                <FieldActions {...{ customer, field }} />
              </div>
            </FieldRow>
          ),
        )}
      </dl>
    </Card>
  );
}

type FieldActionsProps = { customer: Customer; field: EditableField };

function FieldActions({ customer, field }: FieldActionsProps) {
  const value = customer[field];
  if (!value) return null;
  if (field === "phone") return <CopyButton text={value} label="Copy phone" />;
  if (field !== "email") return null;
  return (
    <>
      <CopyButton text={value} label="Copy e-mail" />
      <a
        href={`mailto:${encodeURIComponent(value).replace("%40", "@")}`}
        aria-label="Write a mail"
        title="Write a mail"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink pointer-coarse:size-9"
      >
        <Mail aria-hidden className="size-4" />
      </a>
    </>
  );
}
