import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "accent" | "success" | "warn" | "danger";

const tones: Record<Tone, string> = {
  neutral: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
};

type BadgeProps = { tone?: Tone; children: ReactNode; title?: string; className?: string };

export function Badge({ tone = "neutral", children, title, className }: BadgeProps) {
  return (
    <span
      title={title}
      className={classNames(
        "inline-flex h-5 max-w-full items-center gap-1 truncate rounded px-1.5 text-xs font-medium tabular-nums",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
