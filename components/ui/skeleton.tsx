import { classNames } from "./class-names";

/** A grey place for one line of text; give it a width: `<Skeleton className="w-32" />`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block h-4 max-w-full animate-pulse rounded bg-hover", className)}
    />
  );
}

type SkeletonRowsProps = { rows?: number; label?: string };

const widths = ["w-40", "w-56", "w-32", "w-48", "w-36"];

/** Rows of the list that is on its way, of the height they will have. */
export function SkeletonRows({ rows = 10, label = "Loading" }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity
          key={row}
          className="flex h-10 items-center gap-8 border-b border-line px-3 last:border-0"
        >
          <Skeleton className={widths[row % widths.length]} />
          <Skeleton className={classNames(widths[(row + 2) % widths.length], "max-sm:hidden")} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
