import type { Metadata } from "next";
import { CustomerForm } from "@/components/customers/form/customer-form";
import { ReadOnlyPage } from "@/components/shell/read-only-page";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { backToList } from "@/lib/customers/list-url";
import { addGroup, findGroups } from "../../groups/actions";
import { recordQuery } from "../[id]/record-query";
import { addCustomer, findEmailInUse } from "./actions";

export const metadata: Metadata = { title: "New customer" };

type Props = { searchParams: Promise<{ list?: string | string[] }> };

export default async function NewCustomerPage({ searchParams }: Props) {
  const actor = await requireAdmin();
  const { list } = await searchParams;
  const listHref = backToList(list);
  if (!may(actor, "write")) return <ReadOnlyPage href={listHref} label="Back to customers" />;
  return (
    <>
      <PageHeader title="New customer" back={{ href: listHref, label: "Back to customers" }} />
      <CustomerForm
        create={addCustomer}
        findByEmail={findEmailInUse}
        findGroups={findGroups}
        createGroup={addGroup}
        listHref={listHref}
        recordQuery={recordQuery({ list })}
      />
    </>
  );
}
