import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "info" | "success" | "warn" | "danger";

const looks: Record<NoticeTone, { icon: LucideIcon; ground: string; sign: string }> = {
  info: { icon: Info, ground: "bg-accent-soft", sign: "text-accent" },
  success: { icon: CircleCheck, ground: "bg-success-soft", sign: "text-success" },
  warn: { icon: TriangleAlert, ground: "bg-warn-soft", sign: "text-warn" },
  danger: { icon: CircleAlert, ground: "bg-danger-soft", sign: "text-danger" },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Set when it appears while someone is working: "alert" interrupts, "status" waits. */
  role?: "alert" | "status";
  className?: string;
};

export function Notice({ tone = "info", title, children, action, role, className }: NoticeProps) {
  const { icon: Icon, ground, sign } = looks[tone];
  return (
    <div
      role={role}
      className={classNames("flex gap-2.5 rounded-md px-3 py-2.5", ground, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", sign)} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={classNames(!!title && "mt-0.5 text-muted")}>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
