import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, Row, Table, TableHead } from "@/components/ui/table";
import type { OutboxMail } from "@/lib/mail/schema";

type OutboxTableProps = { mails: readonly OutboxMail[]; now: number };

const COLUMNS = [
  { label: "Mail" },
  { label: "Written", className: "max-sm:hidden" },
  { label: "State", className: "max-sm:hidden" },
  { label: "Link" },
];

export function OutboxTable({ mails, now }: OutboxTableProps) {
  return (
    <Table label="Outbox">
      <TableHead columns={COLUMNS} />
      <tbody>
        {mails.map((mail) => (
          <Row key={mail.id}>
            <Cell className="w-full max-w-0">
              <p className="truncate font-medium">
                <Isolated>{mail.to}</Isolated>
              </p>
              <p className="truncate text-meta text-muted">{mail.subject}</p>
              <p className="mt-1 flex flex-wrap items-center gap-1.5 text-meta text-muted sm:hidden">
                <RelativeTime iso={mail.createdAt} now={now} />
                <State mail={mail} />
              </p>
            </Cell>
            <Cell className="whitespace-nowrap max-sm:hidden">
              <RelativeTime iso={mail.createdAt} now={now} />
            </Cell>
            <Cell className="whitespace-nowrap max-sm:hidden">
              <State mail={mail} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Link mail={mail} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function State({ mail: { expired, failure } }: { mail: OutboxMail }) {
  if (expired) return <Badge>Expired</Badge>;
  if (failure)
    return (
      <Badge tone="danger" title={`The mail server did not take it: ${failure}`}>
        Not sent
      </Badge>
    );
  return <Badge tone="warn">Waiting</Badge>;
}

function Link({ mail: { to, link } }: { mail: OutboxMail }) {
  if (!link) return <span className="text-muted">Hidden</span>;
  return (
    <span className="flex items-center gap-1">
      <a
        href={link}
        target="_blank"
        rel="noopener noreferrer"
        className="font-medium text-accent underline underline-offset-2"
        aria-label={`Open the link for ${to}`}
      >
        Open
      </a>
      <CopyButton text={link} label={`Copy the link for ${to}`} />
    </span>
  );
}
