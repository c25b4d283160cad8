import Link from "next/link";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Group } from "@/lib/groups/schema";
import type { RemoveGroup, RenameGroup } from "./group-actions";
import { GroupRowMenu } from "./group-row-menu";
import { cell, head, table } from "./table-class";

type GroupTableProps = {
  groups: Group[];
  /** Missing for somebody who may only look. */
  actions?: { rename: RenameGroup; remove: RemoveGroup };
};

export function GroupTable({ groups, actions }: GroupTableProps) {
  return (
    <table className={table}>
      <thead>
        <tr>
          <th scope="col" className={head}>
            Name
          </th>
          <th scope="col" className={`${head} w-28 text-right`}>
            Members
          </th>
          <th scope="col" className={`${head} w-36 max-sm:hidden`}>
            Created
          </th>
          {actions && (
            <th scope="col" className={`${head} w-12`}>
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id} className="border-t border-line hover:bg-sunken">
            <td className={cell}>
              <Link href={`/groups/${group.id}`} className="font-medium hover:underline">
                <Isolated className="wrap-anywhere">{group.name}</Isolated>
              </Link>
            </td>
            <td className={`${cell} text-right tabular-nums`}>
              {group.members.toLocaleString("en-US")}
            </td>
            <td className={`${cell} text-muted max-sm:hidden`}>
              <RelativeTime iso={group.createdAt} />
            </td>
            {actions && (
              <td className={`${cell} py-1 text-right`}>
                <GroupRowMenu group={group} {...actions} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
