import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ToastProvider } from "@/components/ui/toast";
import { AccountMenu } from "./account-menu";
import type { ShellAdmin } from "./admin";
import { MainNav } from "./main-nav";
import { NavDrawer } from "./nav-drawer";
import { SessionWatch } from "./session-watch";
import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

type AppShellProps = {
  admin: ShellAdmin;
  children: ReactNode;
};

export function AppShell({ admin, children }: AppShellProps) {
  const readOnly = admin.role === "viewer";
  return (
    <ToastProvider>
      <SkipLink />
      <SessionWatch />
      <div className="isolate min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <header data-portal-home className="sticky top-0 z-30 lg:hidden print:hidden">
          <div className="flex items-center gap-2 border-b border-line bg-sunken px-2 py-1.5">
            <NavDrawer />
            <HomeLink />
            <div className="ml-auto flex items-center gap-2">
              {readOnly && <ReadOnlyBadge />}
              <AccountMenu compact admin={admin} />
            </div>
          </div>
        </header>
        <header
          data-portal-home
          className="hidden border-r border-line bg-sunken lg:block print:hidden"
        >
          <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto p-3">
            <div className="mb-4 flex min-h-8 items-center justify-between gap-2 px-2">
              <HomeLink />
              {readOnly && <ReadOnlyBadge />}
            </div>
            <MainNav />
            <div className="mt-auto pt-4">
              <AccountMenu admin={admin} />
            </div>
          </div>
        </header>
        <main
          data-portal-home
          id="main"
          tabIndex={-1}
          className="min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-6 print:p-0"
        >
          {children}
        </main>
      </div>
    </ToastProvider>
  );
}

function HomeLink() {
  return (
    <Link href="/customers" className="inline-flex rounded">
      <Wordmark />
    </Link>
  );
}

function ReadOnlyBadge() {
  return (
    <Badge tone="warn" title="You can look at everything and change nothing">
      Read only
    </Badge>
  );
}
