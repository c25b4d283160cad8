import "server-only";
import { z } from "zod";
import { change } from "../changes/change";
import { db } from "../db";
import { emailFault, normalizeEmail } from "../email";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import { createTurns } from "../turns";
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

/** Few at once, and those who wait hold no database connection: a storm of sign-ins stops nobody's work. */
const inTurn = createTurns({ atOnce: 4, waiting: 100 });

/**
 * A session for the right e-mail and password; null for a wrong one, an unknown or a deactivated admin, alike in
 * answer and in time. Throws `limited` or `busy`, both before it is known whether the account exists.
 */
export async function signIn(
  credentials: { email: string; password: string },
  kind: SessionKind,
  visitor: SignInVisitor,
): Promise<SignedIn | null> {
  return inTurn(() => enter(credentials, kind, visitor));
}

async function enter(
  { email, password }: { email: string; password: string },
  kind: SessionKind,
  visitor: SignInVisitor,
): Promise<SignedIn | null> {
  const by = { email, address: visitor.address ?? "", device: knownDevice(visitor.device, email) };
  await takeAttempt(by).catch((error) => noteLock(error, email, visitor));
  const admin = await findCredentials(email);
  const right = await verifyPassword(password, admin?.passwordHash ?? null);
  const session = admin && right ? await createSession(db(), admin, kind, visitor) : null;
  if (!admin || !session) {
    await recordAuthEvent("sign_in_failed", { subject: email, ...visitor });
    return null;
  }
  await clearAttempts(by);
  await recordAuthEvent("signed_in", { adminId: admin.id, ...visitor });
  if (isOutdated(admin.passwordHash)) await renewHash(admin, password);
  const { id: sessionId, token, expiresAt } = session;
  return { adminId: admin.id, email, sessionId, token, expiresAt };
}

type Credentials = { id: string; passwordHash: string; credentialVersion: number };

/** What cannot be an address is nobody's, and might not even be storable. */
async function findCredentials(email: string): Promise<Credentials | null> {
  if (emailFault(email)) return null;
  return db().admin.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, credentialVersion: true },
  });
}

async function noteLock(error: unknown, email: string, visitor: Visitor): Promise<never> {
  if (error instanceof DomainError && error.facts?.locked)
    await recordAuthEvent("sign_in_locked", { subject: email, ...visitor });
  throw error;
}

/**
 * The same password at today's cost: sessions live on. A password that was changed meanwhile stays, and a
 * machine too busy to hash does so another time.
 */
async function renewHash({ id, passwordHash: old }: Credentials, password: string): Promise<void> {
  const about = { kind: "admin.rehash", label: "Renewed the hash of a password" };
  try {
    const passwordHash = await hashPassword(password);
    await change(systemActor(), about, ({ tx }) =>
      tx.admin.updateMany({ where: { id, passwordHash: old }, data: { passwordHash } }),
    );
  } catch (error) {
    logUnforeseen("rehash", error);
  }
}
