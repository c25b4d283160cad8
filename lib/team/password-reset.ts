import "server-only";
import { systemActor } from "../auth/actors";
import { recordAuthEvent } from "../auth/events";
import { takeMailTo, takeQuestion } from "../auth/limits";
import { hashPassword } from "../auth/password";
import { requireStrongPassword } from "../auth/password-strength";
import { revokeSessionsOf, type Visitor } from "../auth/sessions";
import { randomToken, tokenHash } from "../auth/tokens";
import { change } from "../changes/change";
import { db, type Tx } from "../db";
import { emailFault, normalizeEmail } from "../email";
import { env } from "../env";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import { deliver, forgetMails } from "../mail/deliver";
import { parse } from "../parse";
import { resetInput } from "./schema";

const MINUTES = 30;

type Admin = { id: string; email: string; firstName: string | null; lastName: string | null };

/**
 * Sees to it that the active admin with this address gets a mail with a link to a new password. Whether there is one
 * is looked up afterwards, so that neither answer nor time tells. Throws `limited`.
 */
export async function requestAdminReset(email: string, visitor: Visitor): Promise<void> {
  await takeQuestion("resetMail", visitor.address ?? "");
  const soon = 20 + Math.random() * 80;
  const address = normalizeEmail(email);
  // what cannot be an address is nobody's, and might not even be storable
  if (emailFault(address)) return;
  setTimeout(() => mailLink(address).catch((error) => logUnforeseen("reset-mail", error)), soon);
}

/** The admin whose new password this token may set, or null. */
export async function findAdminByResetToken(token: string): Promise<Admin | null> {
  const [admin] = await db().$queryRaw<Admin[]>`
    select a.id, a.email, a.first_name as "firstName", a.last_name as "lastName"
    from admin_reset r join admin a on a.id = r.admin_id
    where r.token_hash = ${tokenHash(token)} and r.expires_at > now() and a.deactivated_at is null
      and r.credential_version = a.credential_version`;
  return admin ?? null;
}

/**
 * Gives the admin with a good token a new password; the token and every session end by it. Throws `signed_out` for a
 * token that is used up, expired or unknown, `invalid` on `password`.
 */
export async function resetAdminPassword(
  token: string,
  input: unknown,
  visitor: Visitor,
): Promise<void> {
  const admin = await findAdminByResetToken(token);
  if (!admin) throw invalidToken();
  const { password } = parse(resetInput, input);
  requireStrongPassword(password, [admin.email, admin.firstName ?? "", admin.lastName ?? ""]);
  const passwordHash = await hashPassword(password);
  const label = `${admin.email} chose a new password`;
  await change(systemActor(), { kind: "admin.password", label, right: "own" }, async ({ tx }) => {
    await spend(tx, admin.id, token);
    await tx.admin.update({
      where: { id: admin.id },
      data: { passwordHash },
      select: { id: true },
    });
    await revokeSessionsOf(tx, admin.id);
  });
  await forgetMails({ adminId: admin.id });
  await recordAuthEvent("password_reset", { adminId: admin.id, ...visitor });
}

/** Of two with the same link, one deletes its row; a password changed meanwhile has made it worthless. */
async function spend(tx: Tx, adminId: string, token: string): Promise<void> {
  const spent = await tx.$executeRaw`
    delete from admin_reset r using admin a
    where r.admin_id = ${adminId} and a.id = r.admin_id and r.token_hash = ${tokenHash(token)}
      and r.expires_at > now() and r.credential_version = a.credential_version and a.deactivated_at is null`;
  if (spent === 0) throw invalidToken();
}

async function mailLink(email: string): Promise<void> {
  const [admin] = await db().$queryRaw<{ id: string; credentialVersion: number }[]>`
    select id, credential_version as "credentialVersion" from admin
    where email = ${email} and deactivated_at is null`;
  if (!admin || !(await takeMailTo(email))) return;
  const token = randomToken();
  const [{ expiresAt }] = await db().$queryRaw<[{ expiresAt: Date }]>`
    insert into admin_reset (admin_id, token_hash, credential_version, expires_at)
    values (${admin.id}, ${tokenHash(token)}, ${admin.credentialVersion}, now() + ${MINUTES} * interval '1 minute')
    on conflict (admin_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at,
      credential_version = excluded.credential_version
    returning expires_at as "expiresAt"`;
  await forgetMails({ adminId: admin.id });
  const link = new URL("/new-password", env().CLIENTELE_URL[0]);
  link.searchParams.set("token", token);
  await deliver({
    to: email,
    subject: "Choose a new password for Clientele",
    body: wordsAround(link.href),
    link: link.href,
    expiresAt,
    adminId: admin.id,
  });
}

function wordsAround(link: string): string {
  return [
    "Hello,",
    `somebody, probably you, asked for a new password for this address at Clientele. Choose it here within ${MINUTES} minutes:`,
    link,
    "If it was not you, there is nothing to do: your password stays as it is.",
  ].join("\n\n");
}

function invalidToken(): DomainError {
  return new DomainError("signed_out", "This link has expired or was used already.");
}
