"use client";

import { Select } from "@/components/ui/select";
import type { ListOrder } from "@/lib/customers/list-url";
import { useList } from "./list-navigation";

const OPTIONS = [
  { value: "-created", label: "Newest first" },
  { value: "created", label: "Oldest first" },
  { value: "name", label: "Name, A to Z" },
  { value: "-name", label: "Name, Z to A" },
  { value: "email", label: "E-mail, A to Z" },
  { value: "-email", label: "E-mail, Z to A" },
  { value: "-updated", label: "Last changed first" },
  { value: "updated", label: "Last changed last" },
];

/** The order, where the screen is too narrow for a table's head. */
export function SortSelect() {
  const { asked, change } = useList();
  return (
    <Select
      aria-label="Order"
      options={OPTIONS}
      value={(asked.descending ? "-" : "") + asked.sort}
      onChange={({ target: { value } }) =>
        change({ sort: value.replace("-", "") as ListOrder, descending: value.startsWith("-") })
      }
    />
  );
}
