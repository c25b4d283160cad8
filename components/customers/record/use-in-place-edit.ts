"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { placeRefusal, unreachable } from "@/components/form/refusal";
import { useToast } from "@/components/ui/toast";
import type { ExistingRecord, FieldConflict } from "@/lib/action-result";
import { type Customer, customerEditInput, type EditableField } from "@/lib/customers/schema";
import { fieldLabels } from "../field-labels";
import { isUntouched } from "../form/changed-fields";
import type { SaveCustomer } from "./record-actions";

export type Refused = {
  message: string;
  /** What was refused, so that leaving the field does not send the same again. */
  text: string;
  signIn?: boolean;
  existing?: ExistingRecord;
  conflict?: FieldConflict;
  /** The focus is still here. */
  stayed: boolean;
};

export type Edit = { text: string; began: string | null; saving: boolean; refused?: Refused };

/** One field of a customer that is edited where it stands: shown, being edited, being saved, or refused. */
export function useInPlaceEdit(customer: Customer, field: EditableField, save: SaveCustomer) {
  const router = useRouter();
  const [newest, setNewest] = useState(customer);
  const [edit, setEdit] = useState<Edit | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  const toast = useToast();
  const gone = useRef(false);

  // The page may still show what it was rendered with while the answer is already here.
  const stored = (newest.version > customer.version ? newest : customer)[field];

  // Whoever has left for another page while it was being saved hears of a refusal all the same.
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  useEffect(() => {
    if (!justSaved) return;
    const timer = setTimeout(() => setJustSaved(false), 2000);
    return () => clearTimeout(timer);
  }, [justSaved]);

  /** True when the value is saved or was not changed. */
  async function commit(text: string, began: string | null, stayed: boolean): Promise<boolean> {
    if (isUntouched(text, began)) return close();
    const parsed = customerEditInput(customer.hasAccount).shape[field].safeParse(text);
    const refuse = (refused: Omit<Refused, "text" | "stayed">) => {
      if (gone.current)
        toast({
          tone: "danger",
          message: `${fieldLabels[field]} not saved`,
          detail: refused.message,
        });
      setEdit({ text, began, saving: false, refused: { ...refused, text, stayed } });
      return false;
    };
    if (!parsed.success) return refuse({ message: parsed.error.issues[0]?.message ?? "" });

    setEdit({ text, began, saving: true });
    const value = parsed.data;
    const result = await send({
      id: customer.id,
      patch: { [field]: value },
      base: { [field]: began },
    });
    if (!result) return refuse(unreachable);
    if (result.ok) {
      setNewest(result.data);
      setJustSaved(true);
      return close();
    }
    const placed = placeRefusal(result, () => true);
    const [message] = placed.fields.map(([, reason]) => reason);
    return refuse({
      message: message ?? placed.formError?.message ?? result.message,
      signIn: placed.formError?.signIn,
      existing: result.existing,
      conflict: result.conflict?.[0],
    });
  }

  async function send(input: Parameters<SaveCustomer>[0]) {
    try {
      return await save(input);
    } catch (error) {
      unstable_rethrow(error);
      return null;
    }
  }

  function close(): true {
    setEdit(null);
    return true;
  }

  return {
    stored,
    edit,
    justSaved,
    start: () => setEdit({ text: stored ?? "", began: stored, saving: false }),
    type: (text: string) => edit && setEdit({ ...edit, text }),
    commit: async (stayed: boolean) =>
      edit && !edit.saving ? commit(edit.text, edit.began, stayed) : true,
    cancel: close,
    /** The answers to a conflict. */
    keepTheirs: () => {
      close();
      router.refresh();
    },
    saveMine: async () => {
      const theirs = edit?.refused?.conflict?.theirs as string | null;
      return edit ? commit(edit.text, theirs, true) : true;
    },
  };
}
