"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { CustomerName } from "../customer-name";
import type { ListRow } from "./list-row";

type NameCellProps = { row: ListRow; href: string; editable: boolean };

/** What the customer is called, as the way to the record. Arrow keys stop at the cell; Ctrl+Enter opens. */
export function NameCell({ row, href, editable }: NameCellProps) {
  const named = Boolean(row.firstName || row.lastName);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <Link
        href={href}
        prefetch={false}
        tabIndex={-1}
        className={classNames(
          "min-w-0 truncate rounded underline-offset-2 hover:underline",
          named ? "font-medium" : "text-muted",
        )}
      >
        <CustomerName customer={row} titled />
      </Link>
      {editable && (
        <Pencil
          aria-hidden
          data-edit
          className="size-6 shrink-0 cursor-pointer rounded p-1.5 text-muted opacity-0 group-hover/row:opacity-100 hover:bg-sunken hover:text-ink pointer-coarse:hidden"
        />
      )}
    </span>
  );
}
