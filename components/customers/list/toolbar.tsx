"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { GroupRef } from "@/lib/customers/schema";
import { AccountFilter } from "./account-filter";
import { CreatedFilter } from "./created-filter";
import { GroupFilter } from "./group-filter";
import type { LoadGroups } from "./group-picker";
import { SearchBox } from "./search-box";
import { SortSelect } from "./sort-select";

type ToolbarProps = { chosen: GroupRef[]; loadGroups: LoadGroups };

/** Search and filters in a line; on a phone the filters wait behind a button. */
export function Toolbar({ chosen, loadGroups }: ToolbarProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <SearchBox />
      <Button
        aria-expanded={open}
        aria-controls="list-filters"
        onClick={() => setOpen(!open)}
        className="sm:hidden"
      >
        <ListFilter aria-hidden />
        Filters
      </Button>
      <div
        id="list-filters"
        className={classNames(
          "flex-wrap items-center gap-2 max-sm:w-full sm:flex",
          open ? "flex" : "max-sm:hidden",
        )}
      >
        <AccountFilter />
        <GroupFilter {...{ chosen, loadGroups }} />
        <CreatedFilter />
        <div className="sm:hidden">
          <SortSelect />
        </div>
      </div>
    </div>
  );
}
