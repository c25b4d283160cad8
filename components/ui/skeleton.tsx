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
