import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { requireProfile } from "@/lib/auth/guard";

/** Navigation around each page. It does not run on every navigation, so each page guards itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  return <AppShell admin={await requireProfile()}>{children}</AppShell>;
}
