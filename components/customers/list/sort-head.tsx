"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { changeList, type ListOrder, type ListState, listHref } from "@/lib/customers/list-url";

/** Dates begin with the newest, words with A. */
const BEGINS_DESCENDING: Record<ListOrder, boolean> = {
  name: false,
  email: false,
  created: true,
  updated: true,
};

type SortHeadProps = { state: ListState; order: ListOrder; label: string };

/** A column's head as a link to the list in its order, the other way round when it is in that order already. */
export function SortHead({ state, order, label }: SortHeadProps) {
  const active = state.sort === order;
  const descending = active ? !state.descending : BEGINS_DESCENDING[order];
  const Sign = active ? (state.descending ? ArrowDown : ArrowUp) : ChevronsUpDown;
  return (
    <Link
      href={listHref(changeList(state, { sort: order, descending }))}
      prefetch={false}
      className="group/sort -mx-1 inline-flex min-h-6 items-center gap-1 rounded px-1 hover:text-ink"
    >
      {label}
      <Sign
        aria-hidden
        className={
          active
            ? "size-3.5 text-ink"
            : "size-3.5 opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
        }
      />
    </Link>
  );
}

export function sortedAs(
  state: ListState,
  order: ListOrder,
): "ascending" | "descending" | undefined {
  if (state.sort !== order) return;
  return state.descending ? "descending" : "ascending";
}
