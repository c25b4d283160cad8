"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type NavLinkProps = { href: string; children: ReactNode; onNavigate?: () => void };

/** Current on its page and, for the eye and for a screen reader, on the pages below it. */
export function NavLink({ href, children, onNavigate }: NavLinkProps) {
  const path = usePathname();
  const here = path === href;
  const within = here || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      onNavigate={onNavigate}
      aria-current={here ? "page" : within ? "true" : undefined}
      className={classNames(
        "flex min-h-8 items-center gap-2.5 rounded-md px-2 transition-colors duration-100 pointer-coarse:min-h-control [&_svg]:size-4 [&_svg]:shrink-0",
        within
          ? "bg-hover font-medium text-ink forced-colors:underline"
          : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
