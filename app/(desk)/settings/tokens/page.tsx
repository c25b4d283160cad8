import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { NewToken } from "@/components/team/new-token";
import { ReadOnlyNote } from "@/components/team/read-only-note";
import { TokenTable } from "@/components/team/token-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listApiKeys, mayRevoke } from "@/lib/team/api-keys";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const actor = await requireAdmin();
  const tokens = await listApiKeys(actor);
  const mayWrite = may(actor, "write");
  return (
    <>
      <PageHeader
        title="API tokens"
        description={
          <>
            With a token a script reads or changes customers, in the name of whoever made it.{" "}
            <Link className="text-accent underline" href="/docs/api">
              API reference
            </Link>
          </>
        }
        actions={
          mayWrite ? (
            <NewToken action={createTokenAction} revoke={revokeTokenAction} />
          ) : (
            <ReadOnlyNote>Viewers cannot make tokens.</ReadOnlyNote>
          )
        }
      />
      {tokens.length === 0 ? (
        <Card>
          <EmptyState icon={KeyRound} title="No tokens yet">
            A script, a shop or another program signs in with one: with the Medusa JS client or with
            cURL.
          </EmptyState>
        </Card>
      ) : (
        <TokenTable
          tokens={tokens.map((token) => ({ ...token, revocable: mayRevoke(actor, token) }))}
          revoke={mayWrite ? revokeTokenAction : undefined}
        />
      )}
    </>
  );
}
