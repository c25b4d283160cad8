import Link from "next/link";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, Row, Table, TableHead } from "@/components/ui/table";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { GroupRowMenu } from "./group-row-menu";

type GroupTableProps = {
  groups: Group[];
  /** Missing for somebody who may only look. */
  actions?: { rename: RenameGroup; remove: RemoveGroup };
};

const COLUMNS = [
  { label: "Name" },
  { label: "Members", className: "w-28 text-right" },
  { label: "Created", className: "w-36 max-sm:hidden" },
];

export function GroupTable({ groups, actions }: GroupTableProps) {
  return (
    <Table label="Groups">
      <TableHead columns={COLUMNS} actions={actions !== undefined} />
      <tbody>
        {groups.map((group) => (
          <Row key={group.id}>
            <Cell>
              <Link
                href={`/groups/${group.id}`}
                prefetch={false}
                className="font-medium hover:underline"
              >
                <Isolated className="wrap-anywhere">{group.name}</Isolated>
              </Link>
            </Cell>
            <Cell className="text-right tabular-nums">{group.members.toLocaleString("en-US")}</Cell>
            <Cell className="text-muted max-sm:hidden">
              <RelativeTime iso={group.createdAt} />
            </Cell>
            {actions && (
              <Cell className="py-1 text-right">
                <GroupRowMenu group={group} {...actions} />
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
