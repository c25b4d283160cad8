"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "./class-names";

export type NavTab = { href: string; label: string; count?: number };

/** Sibling pages as tabs. They are links: each has its address, and Back works. */
export function NavTabs({ label, tabs }: { label: string; tabs: readonly NavTab[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="mb-5 overflow-x-auto border-b border-line">
      <ul className="flex gap-4">
        {tabs.map((tab) => {
          const current = path === tab.href;
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "-mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 whitespace-nowrap focus-visible:-outline-offset-2",
                  current
                    ? "border-accent-solid font-medium text-ink"
                    : "border-transparent text-muted hover:text-ink",
                )}
              >
                {tab.label}
                {tab.count !== undefined && (
                  <span className="text-xs text-muted tabular-nums">
                    {tab.count.toLocaleString("en-US")}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
