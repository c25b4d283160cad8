import { Check, Pencil } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Isolated } from "@/components/ui/isolated";

type InPlaceValueProps = {
  value: string | null;
  labelId: string;
  justSaved: boolean;
  onEdit: () => void;
  actions?: ReactNode;
};

/** A value as a button that opens its editor. */
export function InPlaceValue({ value, labelId, justSaved, onEdit, actions }: InPlaceValueProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-1">
      <button
        type="button"
        aria-labelledby={`${labelId} ${id} ${id}-edit`}
        onClick={onEdit}
        className="group -ml-2 flex min-h-control min-w-24 cursor-text items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
      >
        <span id={id} className="min-w-0 wrap-anywhere whitespace-pre-wrap">
          {value === null ? (
            <span className="text-muted">Empty</span>
          ) : (
            <Isolated>{value}</Isolated>
          )}
        </span>
        <span id={`${id}-edit`} className="sr-only">
          edit
        </span>
        <Pencil
          aria-hidden
          className="size-3.5 shrink-0 text-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        />
      </button>
      {actions && <span className="flex min-h-control items-center">{actions}</span>}
      <span
        role="status"
        className="inline-flex min-h-control items-center gap-1 text-meta text-muted"
      >
        {justSaved && (
          <>
            <Check aria-hidden className="size-3.5 text-success" />
            Saved
          </>
        )}
      </span>
    </div>
  );
}
