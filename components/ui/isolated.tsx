import type { ReactNode } from "react";

/**
 * Text that somebody typed. Its direction is its own, and a stray right-to-left override in it
 * ends where it ends instead of turning the rest of the line around. A name that is empty is said to be so.
 */
export function Isolated({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="auto" className={className}>
      {children === "" ? "(no name)" : children}
    </bdi>
  );
}
