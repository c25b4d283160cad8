import "server-only";
import { type Actor, may } from "../actor";
import { db } from "../db";
import { requireRight } from "../errors";
import type { OutboxMail } from "./schema";

const MOST = 100;

/** The newest mails that were not sent. Their links only for those who may write, an admin's only for owners. Throws `forbidden` for a customer. */
export async function listOutbox(actor: Actor): Promise<OutboxMail[]> {
  requireRight(actor, "read");
  const mails = await db().outboxMail.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      recipient: true,
      subject: true,
      link: true,
      failure: true,
      adminId: true,
      createdAt: true,
      expiresAt: true,
    },
  });
  const now = Date.now();
  return mails.map(({ recipient, link, adminId, createdAt, expiresAt, ...mail }) => {
    const expired = expiresAt.getTime() <= now;
    const shown = !expired && may(actor, adminId === null ? "write" : "team");
    return {
      ...mail,
      to: recipient,
      link: shown ? link : null,
      expired,
      createdAt: createdAt.toISOString(),
    };
  });
}
