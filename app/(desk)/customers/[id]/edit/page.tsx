import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomerName } from "@/components/customers/customer-name";
import { EditForm } from "@/components/customers/form/edit-form";
import { ReadOnlyPage } from "@/components/shell/read-only-page";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { customerLabel } from "@/lib/customers/label";
import { saveCustomer } from "../../actions";
import { findShownCustomer } from "../find";
import { recordQuery } from "../record-query";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ list?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const customer = await findShownCustomer((await params).id);
  return { title: customer ? `Edit ${customerLabel(customer)}` : "Not found" };
}

export default async function EditCustomerPage({ params, searchParams }: Props) {
  const actor = await requireAdmin();
  const [{ id }, { list }] = await Promise.all([params, searchParams]);
  const customer = await findShownCustomer(id);
  if (!customer) notFound();

  const recordHref = `/customers/${customer.id}${recordQuery({ list })}`;
  if (!may(actor, "write")) return <ReadOnlyPage href={recordHref} label="Back to the customer" />;
  return (
    <>
      <PageHeader
        title={
          <>
            Edit <CustomerName customer={customer} />
          </>
        }
        back={{ href: recordHref, label: "Back to the customer" }}
      />
      <EditForm customer={customer} save={saveCustomer} recordHref={recordHref} />
    </>
  );
}
