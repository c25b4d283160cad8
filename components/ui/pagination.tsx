import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import { classNames } from "./class-names";

type Place = { page: number; pageSize: number };

type PaginationProps = Place & {
  /** The first page is 1. */
  total: number;
  pageSizes?: readonly number[];
  hrefFor: (place: Place) => string;
  /** What the rows are, for a screen reader: "Customers". */
  label?: string;
};

/** Everything is a link, so it works before and without JavaScript, and in a new tab. */
export function Pagination(props: PaginationProps) {
  const { page, pageSize, total, pageSizes = [20, 50, 100], hrefFor, label = "Pages" } = props;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const to = (target: number) => ({
    href: hrefFor({ page: possible(target, last) ? target : page, pageSize }),
    disabled: target === page || !possible(target, last),
  });

  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2"
    >
      <p className="mr-auto text-meta text-muted tabular-nums">{rangeText(props)}</p>
      <PageSizes {...{ page, pageSize, pageSizes, hrefFor }} />
      <div className="flex items-center gap-1 print:hidden">
        <Step icon={ChevronFirst} label="First page" {...to(1)} />
        <Step icon={ChevronLeft} label="Previous page" {...to(page - 1)} rel="prev" />
        <Step icon={ChevronRight} label="Next page" {...to(page + 1)} rel="next" />
        <Step icon={ChevronLast} label="Last page" {...to(last)} />
      </div>
    </nav>
  );
}

function possible(page: number, last: number) {
  return page >= 1 && page <= last;
}

/** "21–40 of 1,284" */
export function rangeText({ page, pageSize, total }: Place & { total: number }): string {
  const first = Math.min((page - 1) * pageSize + 1, total);
  const end = Math.min(page * pageSize, total);
  return `${grouped(first)}–${grouped(end)} of ${grouped(total)}`;
}

function grouped(count: number) {
  return count.toLocaleString("en-US");
}

function PageSizes({ page, pageSize, pageSizes, hrefFor }: Omit<PaginationProps, "total">) {
  const firstRow = (page - 1) * pageSize;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, these are links
    <div
      role="group"
      aria-label="Rows on a page"
      className="flex items-center text-meta text-muted max-sm:order-last max-sm:w-full print:hidden"
    >
      <span aria-hidden className="mr-1">
        Rows
      </span>
      {pageSizes?.map((size) => (
        <Link
          key={size}
          href={hrefFor({ page: Math.floor(firstRow / size) + 1, pageSize: size })}
          prefetch={false}
          aria-label={`${size} rows`}
          aria-current={size === pageSize ? "true" : undefined}
          className={classNames(
            "inline-flex min-h-7 min-w-8 items-center justify-center rounded-md px-1.5 tabular-nums pointer-coarse:min-h-control pointer-coarse:min-w-control",
            size === pageSize
              ? "bg-hover font-medium text-ink forced-colors:underline"
              : "hover:bg-hover hover:text-ink",
          )}
        >
          {size}
        </Link>
      ))}
    </div>
  );
}

type StepProps = {
  icon: LucideIcon;
  label: string;
  href: string;
  disabled: boolean;
  rel?: string;
};

// At an end the link stays and leads nowhere else, so that it does not take the focus with it.
function Step({ icon: Icon, label, href, disabled, rel }: StepProps) {
  return (
    <Link
      href={href}
      rel={rel}
      prefetch={false}
      aria-label={label}
      aria-disabled={disabled || undefined}
      title={disabled ? undefined : label}
      className={classNames(
        "inline-flex size-7 items-center justify-center rounded-md text-muted pointer-coarse:size-control",
        disabled ? "cursor-default" : "hover:bg-hover hover:text-ink",
      )}
    >
      <Icon aria-hidden className={classNames("size-4", disabled && "opacity-40")} />
    </Link>
  );
}
