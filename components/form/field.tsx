import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

/** What ties a control to its label, hint and error: spread it on the input. */
export type FieldControl = {
  id: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words; `undefined` when nothing is. */
  error?: ReactNode;
  required?: boolean;
  /** Says "Optional" beside the label. */
  optional?: boolean;
  children: (control: FieldControl) => ReactNode;
  className?: string;
};

/** `<Field label="E-mail" error={form.error("email")}>{(c) => <Input {...c} {...form.register("email")} />}</Field>` */
export function Field(props: FieldProps) {
  const { label, hint, error, required, optional, children, className } = props;
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const control: FieldControl = {
    id,
    required: required || undefined,
    "aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
  };

  return (
    <div className={classNames("min-w-0", className)}>
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {(required || optional) && (
          <span aria-hidden={required} className="text-xs text-muted">
            {required ? "Required" : "Optional"}
          </span>
        )}
      </div>
      {children(control)}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hint && (
        <p id={hintId} className="mt-1 text-meta text-pretty text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex gap-1.5 text-meta text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}
