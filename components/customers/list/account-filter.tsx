"use client";

import { Segmented } from "@/components/ui/segmented";
import type { ListState } from "@/lib/customers/list-url";
import { useList } from "./list-navigation";

const OPTIONS = [
  { value: "", label: "All" },
  { value: "account", label: "Accounts", title: "Customers who can sign in" },
  { value: "guest", label: "Guests", title: "Customers without a password" },
];

export function AccountFilter() {
  const { asked, change } = useList();
  return (
    <Segmented
      legend="Accounts or guests"
      name="account"
      options={OPTIONS}
      value={asked.account ?? ""}
      onChange={({ target: { value } }) =>
        change({ account: (value || null) as ListState["account"] })
      }
    />
  );
}
