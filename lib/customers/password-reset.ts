import "server-only";
import type { Actor } from "../actor";
import { findAccount } from "../auth/customer-sign-in";
import { hashInTurn } from "../auth/customer-turns";
import { recordAuthEvent } from "../auth/events";
import { takeMailTo, takeQuestion } from "../auth/limits";
import { isResetToken, RESET_MINUTES, signResetToken } from "../auth/reset-token";
import type { Visitor } from "../auth/sessions";
import { change } from "../changes/change";
import { keptAnswer, type Once } from "../changes/once";
import { env } from "../env";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import { deliver, forgetMails } from "../mail/deliver";
import { parse } from "../parse";
import { customerSelect, toCustomer } from "./columns";
import { customerLabel } from "./label";
import { resetInput } from "./reset-schema";
import type { Customer } from "./schema";

export type ResetCustomer = Customer & { billingAddressId: string | null };

/**
 * Sees to it that the account with this address (in normal form) gets a mail with a link to a new password. Whether
 * there is one is looked up afterwards, so that neither answer nor time tells. Throws `limited`.
 */
export async function requestReset(email: string, visitor: Visitor): Promise<void> {
  await takeQuestion("resetMail", visitor.address ?? "");
  const soon = 20 + Math.random() * 80;
  setTimeout(() => mailLink(email).catch((error) => logUnforeseen("reset-mail", error)), soon);
}

/**
 * Gives the customer with a good token a new password; the token, every session and every other link end by it.
 * Throws `invalid` on `token` for one that is used up or expired, and on `password`.
 */
export async function resetPassword(
  actor: Actor,
  input: unknown,
  { once, ...visitor }: Visitor & { once?: Once },
): Promise<ResetCustomer> {
  const { token, password } = parse(resetInput, input);
  const passwordHash = await hashInTurn(actor, password);
  const about = {
    kind: "customer.password",
    label: "Chose a new password",
    right: "own",
    once,
  } as const;
  const customer = await change(actor, about, async (open) => {
    const { tx } = open;
    const where = { id: actor.id, hasAccount: true, deletedAt: null };
    // the row is held: of two with the same link one comes first, and the link is not the other's any more
    await tx.$queryRaw`select id from customer where id = ${actor.id} for update`;
    const now = await tx.customer.findFirst({ where, select: { id: true, passwordHash: true } });
    const account = now?.passwordHash ? { id: now.id, passwordHash: now.passwordHash } : null;
    if (!account || !(await isResetToken(token, account))) throw spentToken();
    const row = await tx.customer.update({
      where: { id: actor.id },
      data: { passwordHash },
      select: customerSelect,
    });
    open.label = `${customerLabel(row)} chose a new password`;
    const billing = await tx.customerAddress.findFirst({
      where: { customerId: actor.id, isDefaultBilling: true, deletedAt: null },
      select: { id: true },
    });
    return { ...toCustomer(row), billingAddressId: billing?.id ?? null };
  });
  await forgetMails({ customerId: actor.id });
  await recordAuthEvent("password_reset", { customerId: actor.id, ...visitor });
  return customer;
}

/** What resetPassword answered to a request that is sent again: its token is used up by now. */
export async function resetBefore(once: Once | undefined): Promise<ResetCustomer | undefined> {
  return once && keptAnswer<ResetCustomer>(once);
}

/** A link that opens nothing. */
export function spentToken(): DomainError {
  const message = "This link has expired or was used already. Ask for a new one.";
  return new DomainError("invalid", message, { fields: { token: message } });
}

async function mailLink(email: string): Promise<void> {
  const account = await findAccount(email);
  if (!account || !(await takeMailTo(email))) return;
  const link = linkFor(email, await signResetToken(account));
  await deliver({
    to: email,
    subject: "Choose a new password",
    body: wordsAround(link),
    link,
    expiresAt: new Date(Date.now() + RESET_MINUTES * 60_000),
    customerId: account.id,
  });
}

/** The shop's own page when it has named one, else ours. */
function linkFor(email: string, token: string): string {
  const { CLIENTELE_RESET_URL, CLIENTELE_URL } = env();
  const url = new URL(CLIENTELE_RESET_URL ?? `${CLIENTELE_URL[0]}/reset-password`);
  url.searchParams.set("token", token);
  url.searchParams.set("email", email);
  return url.href;
}

function wordsAround(link: string): string {
  return [
    "Hello,",
    `somebody, probably you, asked for a new password for this address. Choose it here within ${RESET_MINUTES} minutes:`,
    link,
    "If it was not you, there is nothing to do: your password stays as it is.",
  ].join("\n\n");
}
