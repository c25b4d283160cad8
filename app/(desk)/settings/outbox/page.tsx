import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { OutboxTable } from "@/components/mail/outbox-table";
import { ReadOnlyNote } from "@/components/team/read-only-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listOutbox } from "@/lib/mail/outbox";
import { hasMailServer } from "@/lib/mail/smtp";

export const metadata: Metadata = { title: "Outbox", referrer: "no-referrer" };

export default async function OutboxPage() {
  const actor = await requireAdmin();
  const mails = await listOutbox(actor);
  return (
    <>
      <PageHeader
        title="Outbox"
        description={
          hasMailServer()
            ? "Mail that the mail server did not take. Pass the link on yourself while it is good: a customer's 15 minutes, an admin's 30."
            : "There is no mail server, so mail waits here. Pass the link on yourself while it is good: a customer's 15 minutes, an admin's 30."
        }
        actions={!may(actor, "write") && <ReadOnlyNote>Viewers do not see the links.</ReadOnlyNote>}
      />
      {mails.length === 0 ? (
        <Card>
          <EmptyState icon={MailCheck} title="Nothing waits here">
            When somebody forgets a password and the mail cannot be sent, it shows up here.
          </EmptyState>
        </Card>
      ) : (
        <OutboxTable mails={mails} now={Date.now()} />
      )}
    </>
  );
}
