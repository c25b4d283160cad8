import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomerName } from "@/components/customers/customer-name";
import { AccountCard } from "@/components/customers/record/account-card";
import { DetailsCard } from "@/components/customers/record/details-card";
import { FactsCard } from "@/components/customers/record/facts-card";
import { GroupsCard } from "@/components/customers/record/groups-card";
import { MetadataCard } from "@/components/customers/record/metadata-card";
import { TwinNotice } from "@/components/customers/record/twin-notice";
import { Timeline } from "@/components/customers/timeline/timeline";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { customerDoers, customerTimeline } from "@/lib/changes/timeline";
import { findByEmail } from "@/lib/customers/customers";
import { customerLabel } from "@/lib/customers/label";
import { backToList } from "@/lib/customers/list-url";
import { addGroup, findGroups } from "../../groups/actions";
import { saveCustomer } from "../actions";
import { saveGroups, savePassword } from "./actions";
import { findShownCustomer } from "./find";
import { recordQuery } from "./record-query";

const PAGE = 20;

type Param = string | string[] | undefined;
type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ list?: Param; before?: Param; after?: Param }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const customer = await findShownCustomer((await params).id);
  return { title: customer ? customerLabel(customer) : "Not found" };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const actor = await requireAdmin();
  const [{ id }, { list, before, after }] = await Promise.all([params, searchParams]);
  const customer = await findShownCustomer(id);
  if (!customer) notFound();

  const place = { limit: PAGE, before: text(before), after: text(after) };
  const [timeline, doers, sharing] = await Promise.all([
    customerTimeline(actor, customer.id, place),
    customerDoers(actor, customer.id),
    customer.email ? findByEmail(actor, customer.email) : [],
  ]);
  const twin = sharing.find((other) => other.id !== customer.id);
  const mayWrite = may(actor, "write");
  const href = (tail: string, query: { before?: string; after?: string } = {}) =>
    `/customers/${tail}${recordQuery({ list, ...query })}`;

  return (
    <>
      <PageHeader
        back={{ href: backToList(list), label: "Back to customers" }}
        title={
          <>
            <CustomerName customer={customer} />{" "}
            <Badge tone={customer.hasAccount ? "accent" : "neutral"} className="align-middle">
              {customer.hasAccount ? "Account" : "Guest"}
            </Badge>
          </>
        }
        actions={
          mayWrite && (
            <ButtonLink href={href(`${customer.id}/edit`)}>
              <Pencil aria-hidden />
              Edit all fields
            </ButtonLink>
          )
        }
      />
      {twin && (
        <div className="mb-5">
          <TwinNotice twin={twin} href={href(twin.id)} />
        </div>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 gap-5">
          <DetailsCard customer={customer} save={mayWrite ? saveCustomer : undefined} />
          <GroupsCard
            customer={customer}
            edit={mayWrite ? { change: saveGroups, find: findGroups, create: addGroup } : undefined}
          />
        </div>
        <div className="grid min-w-0 items-start gap-5 md:max-xl:grid-cols-2 xl:col-start-2 xl:row-span-2">
          <AccountCard
            customer={customer}
            hasAccountTwin={twin?.hasAccount ?? false}
            setPassword={mayWrite ? savePassword : undefined}
          />
          <FactsCard customer={customer} doers={doers} />
          <MetadataCard metadata={customer.metadata} />
        </div>
        <Timeline page={timeline} hrefFor={(query) => href(customer.id, query)} />
      </div>
    </>
  );
}

function text(param: Param): string | undefined {
  return Array.isArray(param) ? param[0] : param;
}
