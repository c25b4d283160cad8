import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";

/** Where a button would be for those who may use it: that and why there is none. */
export function ReadOnlyNote({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-meta text-muted">
      <Badge>Read-only</Badge>
      {children}
    </p>
  );
}
