import { Badge } from "@/components/ui/badge";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, Row, Table, TableHead } from "@/components/ui/table";
import type { ApiKey } from "@/lib/team/schema";
import { type RevokeAction, RevokeToken } from "./revoke-token";

type TokenTableProps = {
  tokens: readonly (ApiKey & { revocable: boolean })[];
  /** Missing for those who may only look. */
  revoke?: RevokeAction;
};

const COLUMNS = [
  { label: "Token" },
  { label: "Access", className: "max-sm:hidden" },
  { label: "Made by", className: "max-md:hidden" },
  { label: "Last used", className: "max-md:hidden" },
  { label: "State", className: "max-sm:hidden" },
];

export function TokenTable({ tokens, revoke }: TokenTableProps) {
  return (
    <Table label="API tokens">
      <TableHead columns={COLUMNS} actions={revoke !== undefined} />
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
