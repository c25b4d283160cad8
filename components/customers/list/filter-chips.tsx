"use client";

import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Isolated } from "@/components/ui/isolated";
import { dayText } from "@/components/ui/moment";
import { changeList, type ListState, listHref } from "@/lib/customers/list-url";
import type { GroupRef } from "@/lib/customers/schema";
import { useList } from "./list-navigation";

type Chip = { key: string; label: string; value: ReactNode; without: Partial<ListState> };

/** What narrows the list, each with a way out of it. */
export function FilterChips({ chosen, zone }: { chosen: GroupRef[]; zone: string }) {
  const { state } = useList();
  const chips = chipsOf(state, chosen, zone);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex min-w-0 flex-wrap items-center gap-1.5">
      {chips.map(({ key, label, value, without }) => (
        <li key={key} className="flex max-w-full min-w-0">
          <Link
            href={listHref(changeList(state, without))}
            prefetch={false}
            title={`Remove this filter: ${label}`}
            className="inline-flex h-6 max-w-72 min-w-0 items-center gap-1 rounded-full bg-accent-soft ps-2.5 pe-1.5 text-meta text-accent hover:underline pointer-coarse:h-9"
          >
            <span className="sr-only">Remove filter </span>
            <span className="min-w-0 truncate">
              {label}: <b className="font-medium">{value}</b>
            </span>
            <X aria-hidden className="size-3.5 shrink-0 print:hidden" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={listHref(changeList(state, WITHOUT_FILTERS))}
          prefetch={false}
          className="inline-flex h-6 items-center rounded px-1 text-meta text-muted underline-offset-2 hover:text-ink hover:underline pointer-coarse:h-9 print:hidden"
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}

export const WITHOUT_FILTERS: Partial<ListState> = {
  q: "",
  account: null,
  groups: [],
  from: null,
  to: null,
  tz: null,
};

function chipsOf(state: ListState, chosen: GroupRef[], zone: string): Chip[] {
  const { q, account, groups, from, to } = state;
  const chips: Chip[] = [];
  if (q)
    chips.push({
      key: "q",
      label: "Search",
      value: <Isolated>{q}</Isolated>,
      without: { q: "" },
    });
  if (account)
    chips.push({
      key: "account",
      label: "Only",
      value: account === "account" ? "accounts" : "guests",
      without: { account: null },
    });
  for (const id of groups)
    chips.push({
      key: id,
      label: groups.length > 1 ? "Any of the groups" : "Group",
      value: <Isolated>{chosen.find((g) => g.id === id)?.name ?? "not there any more"}</Isolated>,
      without: { groups: groups.filter((group) => group !== id) },
    });
  if (from || to)
    chips.push({
      key: "created",
      label: "Created",
      value: daysText(from, to) + (state.tz && state.tz !== zone ? ` (${state.tz})` : ""),
      without: { from: null, to: null, tz: null },
    });
  return chips;
}

function daysText(from: string | null, to: string | null): string {
  const text = (day: string) => dayText(new Date(`${day}T00:00:00Z`), "UTC");
  if (from && from === to) return text(from);
  if (from && to) return `${text(from)} – ${text(to)}`;
  return from ? `since ${text(from)}` : `until ${text(to ?? "")}`;
}
