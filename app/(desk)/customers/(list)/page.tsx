import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { CustomersList } from "@/components/customers/list/customers-list";
import { toListRow } from "@/components/customers/list/list-row";
import { ListSkeleton } from "@/components/customers/list/list-skeleton";
import { TimeZoneCookie } from "@/components/shell/time-zone-cookie";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type Actor, may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listCustomers } from "@/lib/customers/list";
import { type ListState, listQuery, newCustomerHref, readListUrl } from "@/lib/customers/list-url";
import { groupNamesOf } from "@/lib/groups/list";
import { lastPage } from "@/lib/listing";
import { isTimeZone } from "@/lib/time-zone";
import { findGroups } from "../../groups/actions";
import { saveCustomer } from "../actions";

export const metadata: Metadata = { title: "Customers" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Milliseconds in which the rows usually are there: a skeleton that flashes by only makes one wait for it. */
const PATIENCE = 200;

export default async function CustomersPage({ searchParams }: Props) {
  const actor = await requireAdmin();
  const asked = readListUrl(await searchParams);
  const loading = load(actor, asked);
  const loaded = await Promise.race([loading, after(PATIENCE)]);
  const writes = may(actor, "write");
  return (
    <>
      <PageHeader
        title="Customers"
        actions={
          writes && (
            <ButtonLink variant="primary" href={newCustomerHref(asked)}>
              Add customer
            </ButtonLink>
          )
        }
      />
      <Suspense fallback={<ListSkeleton />}>
        {loaded ? list(loaded, writes) : <Later {...{ loading, writes }} />}
      </Suspense>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof load>>;

async function load(actor: Actor, asked: ListState) {
  const zone = await readersZone();
  const [found, chosen] = await Promise.all([
    listOf(actor, asked, zone ?? "UTC"),
    groupNamesOf(actor, asked.groups),
  ]);
  return { ...found, chosen, zone };
}

async function Later({ loading, writes }: { loading: Promise<Loaded>; writes: boolean }) {
  return list(await loading, writes);
}

function list({ state, customers, count, chosen, zone }: Loaded, writes: boolean) {
  return (
    <>
      <CustomersList
        state={state}
        rows={customers.map(toListRow)}
        total={count}
        chosen={chosen}
        now={Date.now()}
        zone={zone ?? "UTC"}
        save={writes ? saveCustomer : undefined}
        findGroups={findGroups}
      />
      <TimeZoneCookie known={zone} />
    </>
  );
}

/** The page that was asked for; past the end, the last one that has rows. */
async function listOf(actor: Actor, state: ListState, zone: string) {
  const found = await listCustomers(actor, listQuery(state, zone));
  if (found.customers.length > 0 || state.page === 1) return { state, ...found };
  const last = { ...state, page: lastPage(found.count, state.size) };
  return { state: last, ...(await listCustomers(actor, listQuery(last, zone))) };
}

async function readersZone(): Promise<string | undefined> {
  const zone = (await cookies()).get("tz")?.value ?? "";
  return isTimeZone(zone) ? zone : undefined;
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}
