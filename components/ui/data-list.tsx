import type { ReactNode } from "react";

export type DataListItem = { label: string; value: ReactNode };

type DataListProps = { items: readonly DataListItem[]; empty?: ReactNode };

/** What is known about one thing: label and value, side by side where there is room. */
export function DataList({ items, empty = "–" }: DataListProps) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ label, value }) => (
        <div
          key={label}
          className="grid gap-x-4 py-2 first:pt-0 last:pb-0 sm:grid-cols-[10rem_1fr]"
        >
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">{isBlank(value) ? empty : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isBlank(value: ReactNode) {
  return value === null || value === undefined || value === "";
}
