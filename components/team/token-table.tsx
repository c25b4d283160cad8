import { Badge } from "@/components/ui/badge";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ApiKey } from "@/lib/team/schema";
import { type RevokeAction, RevokeToken } from "./revoke-token";

type TokenTableProps = {
  tokens: readonly (ApiKey & { revocable: boolean })[];
  /** Missing for those who may only look. */
  revoke?: RevokeAction;
};

export function TokenTable({ tokens, revoke }: TokenTableProps) {
  return (
    <Table label="API tokens">
      <thead>
        <tr>
          <HeadCell>Token</HeadCell>
          <HeadCell className="max-sm:hidden">Access</HeadCell>
          <HeadCell className="max-md:hidden">Made by</HeadCell>
          <HeadCell className="max-md:hidden">Last used</HeadCell>
          <HeadCell className="max-sm:hidden">State</HeadCell>
          {revoke && (
            <HeadCell>
              <VisuallyHidden>Actions</VisuallyHidden>
            </HeadCell>
          )}
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id}>
            <Cell className="w-full max-w-0 sm:w-2/5">
              <Title token={token} />
            </Cell>
            <Cell className="whitespace-nowrap max-sm:hidden">{accessOf(token)}</Cell>
            <Cell className="max-w-40 truncate max-md:hidden">
              <Isolated>{token.createdByName}</Isolated>
            </Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <LastUse at={token.lastUsedAt} />
            </Cell>
            <Cell className="max-sm:hidden">
              <State token={token} />
            </Cell>
            {revoke && (
              <Cell className="text-right">
                {!token.revokedAt && token.revocable && (
                  <RevokeToken token={token} action={revoke} />
                )}
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Title({ token }: { token: ApiKey }) {
  return (
    <>
      <p className="truncate font-medium">
        <Isolated>{token.title}</Isolated>
      </p>
      <p className="truncate font-mono text-xs text-muted">{token.redacted}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-muted md:hidden">
        <span className="sm:hidden">{accessOf(token)} ·</span>
        <Isolated>{token.createdByName}</Isolated>
        <span>
          · <LastUse at={token.lastUsedAt} />
        </span>
        <span className="sm:hidden">
          <State token={token} />
        </span>
      </p>
    </>
  );
}

function accessOf({ access, makerRole }: ApiKey): string {
  if (access === "read") return "Read";
  return makerRole === "viewer" ? "Read (its maker is a viewer)" : "Read and write";
}

function LastUse({ at }: { at: string | null }) {
  return at ? <RelativeTime iso={at} /> : <>Never used</>;
}

function State({ token }: { token: ApiKey }) {
  if (token.revokedAt) return <Badge>Revoked</Badge>;
  if (!token.makerActive)
    return (
      <Badge tone="warn" title="Whoever made it has been deactivated">
        Not working
      </Badge>
    );
  return <Badge tone="success">Works</Badge>;
}
