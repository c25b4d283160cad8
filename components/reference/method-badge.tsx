import { Badge, type Tone } from "@/components/ui/badge";

const TONES: Record<string, Tone | undefined> = {
  GET: "accent",
  POST: "success",
  DELETE: "danger",
};

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={TONES[method] ?? "warn"} className="shrink-0 font-mono">
      {method}
    </Badge>
  );
}
