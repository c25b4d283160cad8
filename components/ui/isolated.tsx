import type { ReactNode } from "react";

type IsolatedProps = { children: ReactNode; className?: string; title?: string };

/**
 * Text that somebody typed. Its direction is its own, and a stray right-to-left override in it
 * ends where it ends instead of turning the rest of the line around. A name that is empty is said to be so.
 */
export function Isolated({ children, className, title }: IsolatedProps) {
  return (
    <bdi dir="auto" className={className} title={title}>
      {children === "" ? "(no name)" : children}
    </bdi>
  );
}
