import type { Metadata } from "next";
import { cookies } from "next/headers";
import { CustomersList } from "@/components/customers/list/customers-list";
import { toListRow } from "@/components/customers/list/list-row";
import { TimeZoneCookie } from "@/components/shell/time-zone-cookie";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type Actor, may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listCustomers } from "@/lib/customers/list";
import { type ListState, listQuery, readListUrl } from "@/lib/customers/list-url";
import { groupNames } from "@/lib/groups/groups";
import { pagesAround } from "@/lib/listing";
import { isTimeZone } from "@/lib/time-zone";
import { groupOptions, saveCell } from "../actions";

export const metadata: Metadata = { title: "Customers" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CustomersPage({ searchParams }: Props) {
  const actor = await requireAdmin();
  const asked = readListUrl(await searchParams);
  const zone = await readersZone();
  const [{ state, customers, count }, chosen] = await Promise.all([
    listOf(actor, asked, zone ?? "UTC"),
    chosenGroups(actor, asked),
  ]);
  const writes = may(actor, "write");
  return (
    <>
      <PageHeader
        title="Customers"
        actions={
          writes && (
            <ButtonLink variant="primary" href="/customers/new">
              Add customer
            </ButtonLink>
          )
        }
      />
      <CustomersList
        state={state}
        rows={customers.map(toListRow)}
        total={count}
        chosen={chosen}
        now={Date.now()}
        zone={zone ?? "UTC"}
        save={writes ? saveCell : undefined}
        loadGroups={groupOptions}
      />
      <TimeZoneCookie known={zone} />
    </>
  );
}

/** The page that was asked for; past the end, the last one that has rows. */
async function listOf(actor: Actor, state: ListState, zone: string) {
  const found = await listCustomers(actor, listQuery(state, zone));
  if (found.customers.length > 0 || state.page === 1) return { state, ...found };
  const last = { ...state, page: pagesAround(state.page, state.size, found.count).last };
  return { state: last, ...(await listCustomers(actor, listQuery(last, zone))) };
}

async function chosenGroups(actor: Actor, { groups }: ListState) {
  if (groups.length === 0) return [];
  return (await groupNames(actor)).filter(({ id }) => groups.includes(id));
}

async function readersZone(): Promise<string | undefined> {
  const zone = (await cookies()).get("tz")?.value ?? "";
  return isTimeZone(zone) ? zone : undefined;
}
