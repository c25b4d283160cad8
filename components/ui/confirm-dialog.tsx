"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { Input } from "./input";
import { popupClass, scrimClass } from "./popup-class";

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /** A word that has to be typed first, for what cannot be taken back. */
  typed?: string;
  /** The dialog closes when it is done; it stays open when this answers why it was refused, or throws. */
  onConfirm: () => ReactNode | void | Promise<ReactNode> | Promise<void>;
};

export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  ...rest
}: ConfirmDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup className={classNames(popupClass, "w-full max-w-md p-5")}>
            <Base.Title className="text-base font-semibold wrap-anywhere">{title}</Base.Title>
            {description && (
              <Base.Description className="mt-1 text-pretty text-muted" render={<div />}>
                {description}
              </Base.Description>
            )}
            <Confirmation {...rest} close={() => onOpenChange(false)} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

type ConfirmationProps = Pick<
  ConfirmDialogProps,
  "confirmLabel" | "cancelLabel" | "tone" | "typed" | "onConfirm"
> & { close: () => void };

function Confirmation(props: ConfirmationProps) {
  const { confirmLabel, cancelLabel = "Cancel", tone = "danger", typed, onConfirm, close } = props;
  const [answer, setAnswer] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ReactNode>(null);
  const id = useId();
  const locked = typed !== undefined && answer.trim() !== typed;

  async function confirm(event: React.FormEvent) {
    event.preventDefault();
    // a portal's events still bubble to the form that rendered the dialog
    event.stopPropagation();
    if (locked || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const refusal = await onConfirm();
      if (refusal) setFailure(refusal);
      else close();
    } catch {
      setFailure("That did not work. Try again.");
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={confirm} className="mt-4">
      {typed !== undefined && (
        <div className="mb-4">
          <label htmlFor={id} className="mb-1 block">
            Type <strong className="font-semibold select-all">{typed}</strong> to go on
          </label>
          <Input
            id={id}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      )}
      {failure && (
        <div role="alert" className="mb-3 text-danger">
          {failure}
        </div>
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Base.Close render={<Button>{cancelLabel}</Button>} />
        <Button type="submit" variant={tone} busy={busy} disabled={locked}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
