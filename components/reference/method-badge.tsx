import { Badge, type Tone } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";

const TONES: Record<string, Tone | undefined> = {
  GET: "accent",
  POST: "success",
  DELETE: "danger",
};

type MethodBadgeProps = { method: string; className?: string };

export function MethodBadge({ method, className }: MethodBadgeProps) {
  return (
    <Badge tone={TONES[method] ?? "warn"} className={classNames("shrink-0 font-mono", className)}>
      {method}
    </Badge>
  );
}
