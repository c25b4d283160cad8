import { CircleAlert } from "lucide-react";
import { DataList } from "@/components/ui/data-list";
import { type Part, versionFault } from "@/lib/floor";

/** Each part with its version, and a plain line when that one is known to be unsafe. */
export function SystemVersions({ versions }: { versions: Record<Part, string> }) {
  const parts = Object.entries(versions) as [Part, string][];
  return (
    <DataList
      items={parts.map(([part, version]) => ({
        label: part,
        value: <Version version={version} fault={versionFault(part, version)} />,
      }))}
    />
  );
}

function Version({ version, fault }: { version: string; fault: string | null }) {
  return (
    <>
      {version}
      {fault && (
        <p className="mt-0.5 flex gap-1.5 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fault} Update it soon.
        </p>
      )}
    </>
  );
}
