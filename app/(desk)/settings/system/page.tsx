import type { Metadata } from "next";
import { version as nextVersion } from "next/package.json";
import { SystemVersions } from "@/components/team/system-versions";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { databaseVersion } from "@/lib/database-version";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  const actor = await requireAdmin();
  const versions = {
    Node: process.versions.node,
    Next: nextVersion,
    PostgreSQL: await databaseVersion(actor),
  };
  const dataDir = may(actor, "write") ? env().CLIENTELE_DATA_DIR : undefined;
  return (
    <>
      <PageHeader title="System" description="What Clientele runs on." />
      <Card>
        <SystemVersions versions={versions} />
        {dataDir && (
          <div className="mt-2 border-t border-line pt-2">
            <DataList items={[{ label: "Data folder", value: <code>{dataDir}</code> }]} />
          </div>
        )}
      </Card>
    </>
  );
}
