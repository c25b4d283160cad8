import "server-only";
import { db } from "../db";
import { newId } from "../ids";
import { logUnforeseen } from "../log";
import type { Mail } from "./schema";
import { hasMailServer, sendBySmtp } from "./smtp";

/** Sends the mail; without a mail server, or when it refuses, the mail is kept in the outbox. */
export async function deliver(mail: Mail): Promise<void> {
  if (!hasMailServer()) return keep(mail, null);
  try {
    await sendBySmtp(mail);
  } catch (error) {
    logUnforeseen("mail", error);
    await keep(mail, reasonOf(error));
  }
}

/** Takes somebody's mails out of the outbox: their links have done their work. */
export async function forgetMails(
  about: { customerId: string } | { adminId: string },
): Promise<void> {
  await db().outboxMail.deleteMany({ where: about });
}

async function keep(mail: Mail, failure: string | null): Promise<void> {
  const { to, subject, body, link, expiresAt, customerId = null, adminId = null } = mail;
  await db().outboxMail.create({
    data: {
      id: newId("mail"),
      recipient: to,
      subject,
      body,
      link,
      expiresAt,
      customerId,
      adminId,
      failure,
    },
    select: { id: true },
  });
}

/** The kind of failure only: what a mail server says may hold addresses and names. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter(Boolean).join(" ") || "unknown";
}
