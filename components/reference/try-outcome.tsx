import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "./code-block";
import type { Outcome } from "./try-request";

/** Status, time, body and headers of an answer. */
export function TryOutcome({ outcome }: { outcome: Outcome }) {
  const { status, statusText, milliseconds, headers, body } = outcome;
  return (
    <div className="space-y-3">
      <p className="flex items-center gap-2">
        <Badge tone={status < 400 ? "success" : "danger"}>{`${status} ${statusText}`}</Badge>
        <span className="text-meta text-muted">{milliseconds} ms</span>
      </p>
      <CodeBlock label="answer" code={body || "(no body)"} />
      <CodeBlock label="headers" code={headers} />
    </div>
  );
}
