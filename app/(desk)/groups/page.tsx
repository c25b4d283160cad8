import { Folders, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { CreateGroupButton } from "@/components/groups/create-group";
import { GroupTable } from "@/components/groups/group-table";
import { SearchField } from "@/components/groups/search-field";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Isolated } from "@/components/ui/isolated";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listGroups } from "@/lib/groups/list";
import { groupListHref, readGroupList } from "@/lib/groups/list-url";
import { lastPage } from "@/lib/listing";
import { addGroup, removeGroup, renameGroup } from "./actions";

export const metadata: Metadata = { title: "Groups" };

const PATH = "/groups";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsPage({ searchParams }: Props) {
  const actor = await requireAdmin();
  const list = readGroupList(await searchParams);
  const query = (page: number) =>
    listGroups(actor, {
      q: list.q,
      order: { field: "name", descending: false },
      limit: list.size,
      offset: (page - 1) * list.size,
    });
  const asked = await query(list.page);
  const page = Math.min(list.page, lastPage(asked.count, list.size));
  const { groups, count } = page === list.page ? asked : await query(page);
  const mayWrite = may(actor, "write");

  return (
    <>
      <PageHeader title="Groups" actions={mayWrite && <CreateGroupButton create={addGroup} />} />
      <div className="mb-4">
        <SearchField label="Search groups" path={PATH} list={list} />
      </div>
      {count > 0 ? (
        <GroupTable
          groups={groups}
          actions={mayWrite ? { rename: renameGroup, remove: removeGroup } : undefined}
        />
      ) : (
        <Card flush>
          <NoGroups q={list.q} />
        </Card>
      )}
      {count > 0 && (
        <Pagination
          label="Pages of groups"
          page={page}
          pageSize={list.size}
          total={count}
          hrefFor={({ page, pageSize }) => groupListHref(PATH, { ...list, page, size: pageSize })}
        />
      )}
    </>
  );
}

function NoGroups({ q }: { q: string }) {
  return q ? (
    <EmptyState
      icon={SearchX}
      title="No group found"
      action={<ButtonLink href={PATH}>Show all groups</ButtonLink>}
    >
      No group has “<Isolated>{q}</Isolated>” in its name.
    </EmptyState>
  ) : (
    <EmptyState icon={Folders} title="No groups yet">
      Groups bring customers together: wholesale, press, friends of the house.
    </EmptyState>
  );
}
