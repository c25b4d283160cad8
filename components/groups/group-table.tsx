import Link from "next/link";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { GroupRowMenu } from "./group-row-menu";

type GroupTableProps = {
  groups: Group[];
  /** Missing for somebody who may only look. */
  actions?: { rename: RenameGroup; remove: RemoveGroup };
};

export function GroupTable({ groups, actions }: GroupTableProps) {
  return (
    <Table label="Groups">
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell className="w-28 text-right">Members</HeadCell>
          <HeadCell className="w-36 max-sm:hidden">Created</HeadCell>
          {actions && (
            <HeadCell className="w-12">
              <span className="sr-only">Actions</span>
            </HeadCell>
          )}
        </tr>
      </thead>
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
