import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** A card without inner padding, for a list or table that reaches its edges. */
  flush?: boolean;
  children: ReactNode;
  className?: string;
};

export function Card({
  title,
  description,
  actions,
  flush = false,
  children,
  className,
}: CardProps) {
  return (
    <section className={classNames("rounded-lg border border-line bg-raised", className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-0 sm:px-5">
          <div className="min-w-0">
            {title && <h2 className="text-sm font-semibold">{title}</h2>}
            {description && <p className="mt-0.5 text-meta text-muted">{description}</p>}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? "pt-3" : "px-4 py-4 sm:px-5"}>{children}</div>
    </section>
  );
}
