import type { ReactNode } from "react";
import { Mark } from "./mark";

type MessagePageProps = { title: string; children: ReactNode; actions: ReactNode };

/** A page that has nothing but a message: not found, something failed. Stands alone or inside the desk. */
export function MessagePage({ title, children, actions }: MessagePageProps) {
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center px-6 py-16 text-center">
      <Mark className="mb-5 size-8" />
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      <div className="mt-1 max-w-sm text-balance text-muted">{children}</div>
      <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
    </div>
  );
}
