"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DataList } from "@/components/ui/data-list";
import type { Added } from "./add-admin-form";

/** The last moment at which the first password can be seen. */
export function HandOver({ added, onDone }: { added: Added; onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty text-muted">
        Hand these over in a way you trust. The password is not shown again; they can choose their
        own under My password.
      </p>
      <DataList
        items={[
          { label: "E-mail", value: <Copyable text={added.email} what="e-mail" /> },
          { label: "Password", value: <Copyable text={added.password} what="password" mono /> },
        ]}
      />
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

function Copyable({ text, what, mono }: { text: string; what: string; mono?: boolean }) {
  return (
    <span className="flex items-center gap-1">
      <span className={mono ? "font-mono wrap-anywhere" : "wrap-anywhere"}>{text}</span>
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  );
}
