import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { Wordmark } from "@/components/shell/wordmark";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { type NavPart, RouteNav } from "./route-nav";

type ReferenceShellProps = { nav: readonly NavPart[]; children: ReactNode };

/** The reference beside its list of routes; it stands alone, since it is read without signing in. */
export function ReferenceShell({ nav, children }: ReferenceShellProps) {
  return (
    <>
      <SkipLink />
      <div className="lg:grid lg:grid-cols-[18rem_minmax(0,1fr)]">
        <header className="border-line bg-sunken max-lg:border-b lg:border-r">
          <div className="flex flex-col gap-3 p-3 lg:sticky lg:top-0 lg:h-dvh">
            <div className="flex min-h-8 items-center justify-between gap-2 px-2">
              <Link href="/" className="inline-flex rounded">
                <Wordmark />
              </Link>
              <a className="text-meta text-accent underline" href="/openapi.json">
                openapi.json
              </a>
            </div>
            <RouteNav parts={nav} />
            <div className="max-lg:hidden">
              <ThemeSwitch />
            </div>
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-6"
        >
          {children}
        </main>
      </div>
    </>
  );
}
