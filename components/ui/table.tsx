import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { VisuallyHidden } from "./visually-hidden";

/** A table to read: columns that do not fit a phone are hidden there, so say the same elsewhere in the row. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-raised">
      <table aria-label={label} className="w-full border-collapse text-left">
        {children}
      </table>
    </div>
  );
}

type TableHeadProps = {
  columns: readonly { label: string; className?: string }[];
  /** A last column of buttons, whose head only a screen reader hears. */
  actions?: boolean;
};

export function TableHead({ columns, actions = false }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(({ label, className }) => (
          <HeadCell key={label} className={className}>
            {label}
          </HeadCell>
        ))}
        {actions && (
          <HeadCell className="w-12">
            <VisuallyHidden>Actions</VisuallyHidden>
          </HeadCell>
        )}
      </tr>
    </thead>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="border-b border-line last:border-0">{children}</tr>;
}

export function HeadCell({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "border-b border-line px-3 py-2 text-meta font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5",
        className,
      )}
    />
  );
}

export function Cell({ className, ...rest }: ComponentProps<"td">) {
  return (
    <td
      {...rest}
      className={classNames(
        "px-3 py-2.5 align-middle first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5",
        className,
      )}
    />
  );
}
