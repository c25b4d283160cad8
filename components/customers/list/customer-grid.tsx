"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { Grid } from "@/components/grid/grid";
import type { CellValues } from "@/components/grid/types";
import { Kbd } from "@/components/ui/kbd";
import { customerLabel } from "@/lib/customers/label";
import { customerHref, listHref } from "@/lib/customers/list-url";
import type { SaveCustomer } from "../record/record-actions";
import { customerColumns } from "./columns";
import { useList } from "./list-navigation";
import { type ListRow, toListRow } from "./list-row";
import { headClass, rowClass, scrollerClass, tableClass } from "./table-class";

type CustomerGridProps = {
  rows: ListRow[];
  total: number;
  now: number;
  zone: string;
  save?: SaveCustomer;
};

export function CustomerGrid({ rows, total, now, zone, save }: CustomerGridProps) {
  const { state, pending } = useList();
  const router = useRouter();
  const editable = save !== undefined;
  const columns = useMemo(
    () => customerColumns({ state, editable, now, zone }),
    [state, editable, now, zone],
  );
  const saveCell = useCallback(
    async (id: string, values: CellValues, base: CellValues) => {
      const result = await (save as SaveCustomer)({ id, patch: values, base });
      return result.ok ? { ...result, data: toListRow(result.data) } : result;
    },
    [save],
  );
  return (
    <>
      <div className={scrollerClass} aria-busy={pending || undefined}>
        <Grid
          label="Customers"
          {...{ columns, rows, total }}
          offset={(state.page - 1) * state.size}
          list={listHref(state)}
          rowLabel={customerLabel}
          onOpen={(row) => router.push(customerHref(row.id, state))}
          onStale={() => router.refresh()}
          save={save && saveCell}
          className={tableClass}
          headClassName={headClass}
          rowClassName={rowClass}
        />
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-muted pointer-coarse:hidden print:hidden">
        {editable && (
          <>
            <Kbd>Enter</Kbd> or double-click edits a cell, <Kbd>Esc</Kbd> restores it.
          </>
        )}
        <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> opens the customer.
      </p>
    </>
  );
}
