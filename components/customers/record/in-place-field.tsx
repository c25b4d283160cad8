"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { flushSync } from "react-dom";
import { LeaveGuard } from "@/components/form/leave-guard";
import type { Customer, EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";
import { isUntouched } from "../form/changed-fields";
import { FieldRow } from "./field-row";
import { InPlaceEditor } from "./in-place-editor";
import { InPlaceValue } from "./in-place-value";
import type { SaveCustomer } from "./record-actions";
import { useInPlaceEdit } from "./use-in-place-edit";

type InPlaceFieldProps = {
  customer: Customer;
  field: EditableField;
  save: SaveCustomer;
  /** Beside the value: copy, write a mail. */
  actions?: ReactNode;
};

/** Click, or focus and Enter, to edit; Enter saves, Escape restores, leaving the field (Tab, click) saves too. */
export function InPlaceField({ customer, field, save, actions }: InPlaceFieldProps) {
  const { stored, edit, justSaved, ...edits } = useInPlaceEdit(customer, field, save);
  const labelId = useId();
  const place = useRef<HTMLDivElement>(null);
  const staying = useRef(false);
  const isSaving = edit?.saving === true;

  // After Enter or a choice the focus stays here, unless the person has gone on meanwhile.
  useEffect(() => {
    if (!staying.current || isSaving) return;
    staying.current = false;
    const at = document.activeElement;
    if (at !== document.body && !place.current?.contains(at)) return;
    const choice = place.current?.querySelector<HTMLElement>("[role=group] button");
    (choice ?? place.current?.querySelector<HTMLElement>("input, button"))?.focus();
  });

  function andStay(work: () => unknown) {
    staying.current = true;
    void work();
  }

  function start() {
    flushSync(edits.start);
    place.current?.querySelector("input")?.select();
  }

  return (
    <FieldRow label={fieldLabels[field]} labelId={labelId}>
      <div ref={place}>
        {edit && !isSaving && !isUntouched(edit.text, edit.began) && <LeaveGuard dirty />}
        {edit ? (
          <InPlaceEditor
            {...{ field, edit, labelId }}
            isAccount={customer.hasAccount}
            onType={edits.type}
            onEnter={() => andStay(() => edits.commit(true))}
            onLeave={() => void edits.commit(false)}
            onEscape={() => andStay(edits.cancel)}
            onTheirs={() => andStay(edits.keepTheirs)}
            onMine={() => andStay(edits.saveMine)}
          />
        ) : (
          <InPlaceValue {...{ labelId, justSaved, actions }} value={stored} onEdit={start} />
        )}
      </div>
    </FieldRow>
  );
}
