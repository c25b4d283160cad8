import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Doer } from "@/lib/changes/schema";
import type { Customer } from "@/lib/customers/schema";
import { doorText } from "../timeline/door-text";

type FactsCardProps = {
  customer: Customer;
  doers: { created: Doer | null; updated: Doer | null };
};

/** What the record says of itself: since when, by whom, under which id. */
export function FactsCard({ customer, doers }: FactsCardProps) {
  return (
    <Card title="Record">
      <dl className="space-y-3">
        <Fact name="Created">
          <When at={customer.createdAt} doer={doers.created} />
        </Fact>
        <Fact name="Last changed">
          <When at={customer.updatedAt} doer={doers.updated} />
        </Fact>
        <Fact name="Id">
          <span className="flex items-center gap-1">
            <code className="min-w-0 font-mono text-meta wrap-anywhere">{customer.id}</code>
            <CopyButton text={customer.id} label="Copy id" className="-my-1" />
          </span>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ at, doer }: { at: string; doer: Doer | null }) {
  return (
    <>
      <RelativeTime iso={at} />
      {doer && (
        <>
          {" "}
          by <Isolated className="wrap-anywhere">{doer.actorName}</Isolated>,{" "}
          <span className="text-muted">{doorText(doer)}</span>
        </>
      )}
    </>
  );
}
