import type { ReactNode } from "react";

type FieldRowProps = {
  label: string;
  labelId?: string;
  children: ReactNode;
};

/** One line of a record's `<dl>`: it keeps its height whether its value is shown or edited. */
export function FieldRow({ label, labelId, children }: FieldRowProps) {
  return (
    <div className="grid gap-x-4 py-1 sm:grid-cols-[9rem_1fr]">
      <dt id={labelId} className="pt-1.5 text-muted">
        {label}
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
