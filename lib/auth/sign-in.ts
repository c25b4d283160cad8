import "server-only";
import { z } from "zod";
import { change } from "../changes/change";
import { db } from "../db";
import { normalizeEmail } from "../email";
import { systemActor } from "./actors";
import { knownDevice } from "./device";
import { recordAuthEvent } from "./events";
import { clearAttempts, takeAttempt } from "./limits";
import { hashPassword, isOutdated, verifyPassword } from "./password";
import { createSession, type SessionKind, type Visitor } from "./sessions";

/** Strings and nothing else: objects must never reach a query. */
export const credentialsInput = z.object({
  email: z.string().max(400).transform(normalizeEmail),
  password: z.string().min(1).max(1000),
});

export type SignInVisitor = Visitor & { device?: string };
export type SignedIn = {
  adminId: string;
  email: string;
  sessionId: string;
  token: string;
  expiresAt: Date;
};

/**
 * A session for the right e-mail and password; null for a wrong one, an unknown or a deactivated admin, alike in
 * answer and in time. Throws `limited` or `busy`, both before it is known whether the account exists.
 */
export async function signIn(
  credentials: { email: string; password: string },
  kind: SessionKind,
  visitor: SignInVisitor,
): Promise<SignedIn | null> {
  const { email, password } = credentials;
  const by = { email, address: visitor.address ?? "", device: knownDevice(visitor.device, email) };
  await takeAttempt(by);
  const admin = await db().admin.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, deactivatedAt: true },
  });
  const right = await verifyPassword(password, admin?.passwordHash ?? null);
  if (!admin || !right || admin.deactivatedAt) {
    await recordAuthEvent("sign_in_failed", { subject: email, ...visitor });
    return null;
  }
  await clearAttempts(by);
  if (isOutdated(admin.passwordHash)) await renewHash(admin.id, password);
  const session = await createSession(admin.id, kind, visitor);
  await recordAuthEvent("signed_in", { adminId: admin.id, ...visitor });
  return {
    adminId: admin.id,
    email,
    sessionId: session.id,
    token: session.token,
    expiresAt: session.expiresAt,
  };
}

/** The same password at today's cost: sessions live on. */
async function renewHash(adminId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  const about = { kind: "admin.rehash", label: "Renewed the hash of a password" };
  await change(systemActor(), about, ({ tx }) =>
    tx.admin.update({ where: { id: adminId }, data: { passwordHash }, select: { id: true } }),
  );
}
