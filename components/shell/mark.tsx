import { classNames } from "@/components/ui/class-names";

/** The sign of the product: somebody within the C. The same drawing as app/icon.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className={classNames("size-6 shrink-0", className)}
    >
      <rect width="32" height="32" rx="8" className="fill-accent-solid" />
      <path
        d="M22.4 21.6a8.5 8.5 0 1 1 0-11.2"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="16" cy="16" r="3" className="fill-on-accent" />
    </svg>
  );
}
