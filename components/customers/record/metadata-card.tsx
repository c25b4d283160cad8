import { Card } from "@/components/ui/card";
import { Isolated } from "@/components/ui/isolated";

/** Text as it is stored; everything else as JSON, so that 7 and "7" do not look alike. */
export function MetadataCard({ metadata }: { metadata: Record<string, unknown> | null }) {
  const entries = Object.entries(metadata ?? {});
  return (
    <Card title="Metadata">
      {entries.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <dl className="divide-y divide-line">
          {entries.map(([key, value]) => (
            <div key={key} className="py-2 first:pt-0 last:pb-0">
              <dt className="text-meta text-muted wrap-anywhere">
                <Isolated>{key}</Isolated>
              </dt>
              <dd className="wrap-anywhere whitespace-pre-wrap">
                {typeof value === "string" ? (
                  <Isolated>{value}</Isolated>
                ) : (
                  <code className="font-mono text-meta">{JSON.stringify(value, null, 2)}</code>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
