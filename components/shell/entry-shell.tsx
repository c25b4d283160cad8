import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { Wordmark } from "./wordmark";

type EntryShellProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** A line below the card. */
  footer?: ReactNode;
};

/** The one card of sign-in, set-up and invitation. */
export function EntryShell({ title, description, children, footer }: EntryShellProps) {
  return (
    <div
      data-ground="sunken"
      className="flex min-h-dvh flex-col bg-sunken items-center px-4 py-10 sm:pt-[14vh]"
    >
      <main className="w-full max-w-sm">
        <div className="mb-5 flex justify-center text-lg">
          <Wordmark />
        </div>
        <div className="rounded-lg border border-line bg-raised p-5 shadow-card sm:p-6">
          <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
          {description && <div className="mt-0.5 text-pretty text-muted">{description}</div>}
          <div className="mt-5">{children}</div>
        </div>
        {footer && <div className="mt-4 text-center text-meta text-muted">{footer}</div>}
      </main>
      <footer className="mt-auto pt-8">
        <ThemeSwitch />
      </footer>
    </div>
  );
}
