import { SearchX, UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AddMembers } from "@/components/groups/add-members";
import { GroupButtons } from "@/components/groups/group-buttons";
import { Members } from "@/components/groups/members";
import { SearchField } from "@/components/groups/search-field";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Isolated } from "@/components/ui/isolated";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listCustomers } from "@/lib/customers/list";
import { findGroup } from "@/lib/groups/groups";
import { groupListHref, readGroupList } from "@/lib/groups/list-url";
import { lastPage } from "@/lib/listing";
import { renameGroup } from "../actions";
import { findCandidates, removeThisGroup, saveMembers } from "./actions";

const findShownGroup = cache(async (id: string) => findGroup(await requireAdmin(), id));

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findShownGroup((await params).id))?.name ?? "Not found" };
}

export default async function GroupPage({ params, searchParams }: Props) {
  const actor = await requireAdmin();
  const group = await findShownGroup((await params).id);
  if (!group) notFound();

  const path = `/groups/${group.id}`;
  const list = readGroupList(await searchParams);
  const query = (page: number) =>
    listCustomers(actor, {
      q: list.q,
      groupIds: [group.id],
      order: { field: "name", descending: false },
      limit: list.size,
      offset: (page - 1) * list.size,
    });
  const asked = await query(list.page);
  const page = Math.min(list.page, lastPage(asked.count, list.size));
  const { customers, count } = page === list.page ? asked : await query(page);
  const mayWrite = may(actor, "write");

  return (
    <>
      <PageHeader
        back={{ href: "/groups", label: "Back to groups" }}
        title={<Isolated>{group.name}</Isolated>}
        description={memberCount(group.members)}
        actions={
          mayWrite && (
            <>
              <GroupButtons group={group} rename={renameGroup} remove={removeThisGroup} />
              <AddMembers group={group} find={findCandidates} change={saveMembers} />
            </>
          )
        }
      />
      <div className="mb-4">
        <SearchField label="Search members" path={path} list={list} />
      </div>
      {count > 0 ? (
        <Members group={group} members={customers} change={mayWrite ? saveMembers : undefined} />
      ) : (
        <Card flush>
          <NoMembers q={list.q} path={path} />
        </Card>
      )}
      {count > 0 && (
        <Pagination
          label="Pages of members"
          page={page}
          pageSize={list.size}
          total={count}
          hrefFor={({ page, pageSize }) => groupListHref(path, { ...list, page, size: pageSize })}
        />
      )}
    </>
  );
}

function memberCount(count: number): string {
  return count === 1 ? "1 member" : `${count.toLocaleString("en-US")} members`;
}

function NoMembers({ q, path }: { q: string; path: string }) {
  return q ? (
    <EmptyState
      icon={SearchX}
      title="No member found"
      action={<ButtonLink href={path}>Show all members</ButtonLink>}
    >
      Nobody in this group matches “<Isolated>{q}</Isolated>”.
    </EmptyState>
  ) : (
    <EmptyState icon={UsersRound} title="Nobody is in this group yet">
      Customers can be added here or on their own page.
    </EmptyState>
  );
}
