import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, Row, Table, TableHead } from "@/components/ui/table";
import type { TeamMember } from "@/lib/team/schema";
import type { MemberActions } from "./member-actions";
import { MemberMenu } from "./member-menu";
import { memberName, roleLabel, tokenCount } from "./roles";

type TeamTableProps = {
  members: readonly TeamMember[];
  /** The id of whoever is looking. */
  me: string;
  /** Missing for those who may only look. */
  actions?: MemberActions;
};

const COLUMNS = [
  { label: "Name" },
  { label: "Role", className: "max-sm:hidden" },
  { label: "Last sign-in", className: "max-md:hidden" },
  { label: "API tokens", className: "max-md:hidden" },
  { label: "State", className: "max-sm:hidden" },
];

export function TeamTable({ members, me, actions }: TeamTableProps) {
  return (
    <Table label="Team">
      <TableHead columns={COLUMNS} actions={actions !== undefined} />
      <tbody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell className="w-full max-w-0 sm:w-2/5">
              <Person member={member} isMe={member.id === me} />
            </Cell>
            <Cell className="max-sm:hidden">{roleLabel(member.role)}</Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <LastSignIn at={member.lastSignInAt} />
            </Cell>
            <Cell className="tabular-nums max-md:hidden">{member.apiKeys}</Cell>
            <Cell className="max-sm:hidden">
              <State member={member} />
            </Cell>
            {actions && (
              <Cell className="text-right">
                <MemberMenu {...{ member, actions }} isMe={member.id === me} />
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Person({ member, isMe }: { member: TeamMember; isMe: boolean }) {
  const name = memberName(member);
  return (
    <div className="flex items-center gap-3">
      <Avatar label={name} />
      <div className="min-w-0">
        <p className="truncate font-medium">
          <Isolated>{name}</Isolated>
          {isMe && <span className="font-normal text-muted"> (you)</span>}
        </p>
        <p className="truncate text-meta text-muted">{member.email}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-muted md:hidden">
          <span className="sm:hidden">{roleLabel(member.role)} ·</span>
          <span>
            {member.lastSignInAt ? (
              <>
                signed in <RelativeTime iso={member.lastSignInAt} />
              </>
            ) : (
              "never signed in"
            )}
          </span>
          <span>· {tokenCount(member.apiKeys)}</span>
          {member.deactivatedAt && (
            <span className="sm:hidden">
              <State member={member} />
            </span>
          )}
        </p>
      </div>
    </div>
  );
}

function LastSignIn({ at }: { at: string | null }) {
  return at ? <RelativeTime iso={at} /> : <span className="text-muted">Never</span>;
}

function State({ member }: { member: TeamMember }) {
  return member.deactivatedAt ? <Badge>Deactivated</Badge> : <Badge tone="success">Active</Badge>;
}
