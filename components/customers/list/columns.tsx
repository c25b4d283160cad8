import type { GridColumn } from "@/components/grid/types";
import { Badge } from "@/components/ui/badge";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import { customerLabel } from "@/lib/customers/label";
import { customerHref, type ListState } from "@/lib/customers/list-url";
import { GroupBadges } from "./group-badges";
import type { ListRow } from "./list-row";
import { NameCell } from "./name-cell";
import { SortHead, sortedAs } from "./sort-head";

type Context = { state: ListState; editable: boolean; now: number; zone: string };

/** The columns of the table, from left to right. On a phone each row is a card, and these are its places. */
export function customerColumns({ state, editable, now, zone }: Context): GridColumn<ListRow>[] {
  const sortable = (order: "name" | "email" | "created" | "updated", label: string) => ({
    label,
    head: <SortHead state={state} order={order} label={label} />,
    sorted: sortedAs(state, order),
  });
  const time = (iso: string) => <RelativeTime iso={iso} now={now} zone={zone} />;
  return [
    {
      key: "name",
      ...sortable("name", "Name"),
      render: (row) => (
        <NameCell row={row} href={customerHref(row.id, state)} editable={editable} />
      ),
      text: customerLabel,
      fields: [
        { name: "firstName", label: "First name" },
        { name: "lastName", label: "Last name" },
      ],
      className: "max-sm:col-start-1 max-sm:row-start-1 sm:sticky sm:start-0 sm:z-10 bg-surface",
      headClassName: "sm:w-[16.5%] sm:sticky sm:start-0 sm:z-20",
    },
    {
      key: "email",
      ...sortable("email", "E-mail"),
      render: (row) => line(row.email),
      text: (row) => row.email ?? "",
      fields: [{ name: "email", label: "E-mail", inputMode: "email" }],
      className: "max-sm:col-start-1 max-sm:row-start-2",
      headClassName: "sm:w-[21%]",
    },
    {
      key: "phone",
      label: "Phone",
      render: (row) => line(row.phone, "tabular-nums"),
      text: (row) => row.phone ?? "",
      fields: [{ name: "phone", label: "Phone", inputMode: "tel" }],
      className: "max-sm:col-span-2 max-sm:row-start-3",
      headClassName: "sm:w-[13.5%]",
    },
    {
      key: "companyName",
      label: "Company",
      render: (row) => line(row.companyName),
      text: (row) => row.companyName ?? "",
      fields: [{ name: "companyName", label: "Company" }],
      className: "max-sm:col-span-2 max-sm:row-start-4",
      headClassName: "sm:w-[12%]",
    },
    {
      key: "account",
      label: "Account",
      render: ({ hasAccount }) => (
        <Badge tone={hasAccount ? "accent" : "neutral"}>{hasAccount ? "Account" : "Guest"}</Badge>
      ),
      text: ({ hasAccount }) => (hasAccount ? "Account" : "Guest"),
      className: "max-sm:col-start-2 max-sm:row-start-1 max-sm:justify-self-end",
      headClassName: "sm:w-[7.5%]",
    },
    {
      key: "groups",
      label: "Groups",
      render: ({ groups }) => (groups.length > 0 ? <GroupBadges groups={groups} /> : null),
      text: ({ groups }) => groups.map(({ name }) => name).join(", "),
      className: "max-sm:col-span-2 max-sm:row-start-5",
      headClassName: "sm:w-[11.5%]",
    },
    {
      key: "created",
      ...sortable("created", "Created"),
      render: (row) => time(row.createdAt),
      text: (row) => row.createdAt,
      className:
        "text-meta text-muted max-sm:col-start-2 max-sm:row-start-2 max-sm:justify-self-end",
      headClassName: "sm:w-[9%]",
    },
    {
      key: "updated",
      ...sortable("updated", "Updated"),
      render: (row) => time(row.updatedAt),
      text: (row) => row.updatedAt,
      className: "text-meta text-muted max-sm:hidden",
      headClassName: "sm:w-[9%]",
    },
  ];
}

function line(text: string | null, className = "") {
  return text === null ? null : (
    <Isolated title={text} className={`block truncate text-left sm:text-meta ${className}`}>
      {text}
    </Isolated>
  );
}
