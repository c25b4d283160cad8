import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DataList } from "@/components/ui/data-list";
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
      <DataList
        items={[
          { label: "Created", value: <When at={customer.createdAt} doer={doers.created} /> },
          { label: "Last changed", value: <When at={customer.updatedAt} doer={doers.updated} /> },
          {
            label: "Id",
            value: (
              <span className="flex items-start gap-1">
                <code className="min-w-0 font-mono text-meta wrap-anywhere">{customer.id}</code>
                <CopyButton text={customer.id} label="Copy id" className="-my-1" />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function When({ at, doer }: { at: string; doer: Doer | null }) {
  return (
    <>
      <RelativeTime iso={at} />
      {doer && (
        <span className="block text-meta text-muted">
          by <Isolated>{doer.actorName}</Isolated>, {doorText(doer)}
        </span>
      )}
    </>
  );
}
