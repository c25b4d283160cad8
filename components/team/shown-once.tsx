"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** A token in clear, and a line that tries it. Rendered in the browser only, after a click. */
export function ShownOnce({ token, onDone }: { token: string; onDone: () => void }) {
  const curl = `curl -H 'x-medusa-access-token: ${token}' '${location.origin}/admin/customers?limit=5'`;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" role="status">
        This is the only time it is shown. Keep it like a password: whoever has it can do what it
        allows.
      </Notice>
      <Snippet title="Token" text={token} copy="Copy token" />
      <Snippet title="Try it in a terminal" text={curl} copy="Copy command" />
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          I have copied it
        </Button>
      </div>
    </div>
  );
}

function Snippet({ title, text, copy }: { title: string; text: string; copy: string }) {
  return (
    <div>
      <p className="mb-1 font-medium">{title}</p>
      <div className="flex items-start gap-2 rounded-md border border-line bg-sunken py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere select-all">
          {text}
        </code>
        <CopyButton text={text} label={copy} />
      </div>
    </div>
  );
}
