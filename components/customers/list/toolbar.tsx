"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import type { FindGroups } from "@/components/groups/group-actions";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { GroupRef } from "@/lib/customers/schema";
import { AccountFilter } from "./account-filter";
import { CreatedFilter } from "./created-filter";
import { GroupFilter } from "./group-filter";
import { SearchBox } from "./search-box";
import { SortSelect } from "./sort-select";

type ToolbarProps = { chosen: GroupRef[]; findGroups: FindGroups };

/** Search and filters in a line; on a phone the filters wait behind a button. */
export function Toolbar({ chosen, findGroups }: ToolbarProps) {
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
        <GroupFilter {...{ chosen, findGroups }} />
        <CreatedFilter />
        <div className="sm:hidden">
          <SortSelect />
        </div>
      </div>
    </div>
  );
}
