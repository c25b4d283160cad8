"use client";

import type { FindGroups } from "@/components/groups/group-actions";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { isFiltered, type ListState, listHref, PAGE_SIZES } from "@/lib/customers/list-url";
import type { GroupRef } from "@/lib/customers/schema";
import type { SaveCustomer } from "../record/record-actions";
import { CustomerGrid } from "./customer-grid";
import { EmptyShop, NoMatches } from "./empty-lists";
import { FilterChips } from "./filter-chips";
import { ListNavigation, useList } from "./list-navigation";
import type { ListRow } from "./list-row";
import { Toolbar } from "./toolbar";

type CustomersListProps = {
  /** The list on the screen: its page is one that has rows. */
  state: ListState;
  rows: ListRow[];
  total: number;
  /** The groups in the filter, as far as they exist. */
  chosen: GroupRef[];
  /** The server's time in milliseconds and the reader's zone, for the first drawing. */
  now: number;
  zone: string;
  /** Without it one only looks. */
  save?: SaveCustomer;
  findGroups: FindGroups;
};

export function CustomersList(props: CustomersListProps) {
  const { state, rows, total, chosen, now, zone, save, findGroups } = props;
  if (total === 0 && !isFiltered(state)) return <EmptyShop readOnly={!save} />;
  return (
    <ListNavigation state={state}>
      <Toolbar {...{ chosen, findGroups }} />
      <div className="mt-3 mb-2 flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1.5">
        <p role="status" className="text-meta text-muted tabular-nums">
          {countText(total, isFiltered(state))}
        </p>
        <FilterChips {...{ chosen, zone }} />
      </div>
      <Progress />
      {total === 0 ? (
        <NoMatches />
      ) : (
        <>
          <CustomerGrid {...{ rows, total, now, zone, save }} />
          <Pagination
            label="Pages of customers"
            page={state.page}
            pageSize={state.size}
            pageSizes={PAGE_SIZES}
            total={total}
            hrefFor={({ page, pageSize }) => listHref({ ...state, page, size: pageSize })}
          />
        </>
      )}
    </ListNavigation>
  );
}

/** A thin line while the next rows are on their way; nothing moves, nothing is covered. */
function Progress() {
  const { pending, offline } = useList();
  return (
    <>
      {offline && (
        <Notice tone="warn" role="alert" className="mb-2">
          There is no connection. The list stays as it is; try again when you are back online.
        </Notice>
      )}
      <div aria-hidden className="relative z-30 -mb-0.5 h-0.5 overflow-hidden rounded-full">
        {pending && (
          <div className="h-full animate-pulse bg-accent-solid transition-opacity delay-150 starting:opacity-0" />
        )}
      </div>
    </>
  );
}

function countText(total: number, filtered: boolean): string {
  if (total === 0) return "No customers found";
  const noun = total === 1 ? "customer" : "customers";
  return `${total.toLocaleString("en-US")} ${noun}${filtered ? " found" : ""}`;
}
