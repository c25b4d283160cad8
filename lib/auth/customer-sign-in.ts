import "server-only";
import { change } from "../changes/change";
import { db } from "../db";
import { emailFault } from "../email";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import { systemActor } from "./actors";
import {
  type CustomerSessionKind,
  createCustomerSession,
  keepSessions,
  type NewSession,
} from "./customer-sessions";
import { inCustomersTurn } from "./customer-turns";
import { recordAuthEvent } from "./events";
import { clearAttempts, takeAttempt, takeQuestion } from "./limits";
import { hashPassword, isOutdated, verifyPassword } from "./password";
import type { Visitor } from "./sessions";

/**
 * A session for the right e-mail (in normal form) and password of a customer with an account; null for a wrong one
 * and for an unknown address, a guest or a deleted customer, alike in answer and in time. Throws `limited` or
 * `busy`, both before it is known whether the account exists.
 */
export async function signInCustomer(
  credentials: { email: string; password: string },
  kind: CustomerSessionKind,
  visitor: Visitor,
): Promise<NewSession | null> {
  return inCustomersTurn(() => enter(credentials, kind, visitor));
}

/** A session for an account that has just been made. Null when it is gone again. */
export async function startFirstSession(
  id: string,
  kind: CustomerSessionKind,
  visitor: Visitor,
): Promise<NewSession | null> {
  const { passwordHash } =
    (await db().customer.findUnique({ where: { id }, select: { passwordHash: true } })) ?? {};
  if (!passwordHash) return null;
  await recordAuthEvent("signed_up", { customerId: id, ...visitor });
  return createCustomerSession({ id, passwordHash }, kind, visitor);
}

/** Whether an account has this address (in normal form). Anybody may ask, a few times a minute: throws `limited`. */
export async function accountExists(email: string, visitor: Visitor): Promise<boolean> {
  await takeQuestion("exists", visitor.address ?? "");
  return (await findAccount(email)) !== null;
}

/** Counts one account that a stranger asks for. Throws `limited`. */
export async function takeSignUp(visitor: Visitor): Promise<void> {
  await takeQuestion("signUp", visitor.address ?? "");
}

/** The account with this address and the hash of its password, or null. */
export async function findAccount(
  email: string,
): Promise<{ id: string; email: string; passwordHash: string } | null> {
  // what cannot be an address is nobody's, and might not even be storable
  if (emailFault(email)) return null;
  const account = await db().customer.findFirst({
    where: { email, hasAccount: true, deletedAt: null },
    select: { id: true, passwordHash: true },
  });
  const passwordHash = account?.passwordHash;
  return account && passwordHash ? { id: account.id, email, passwordHash } : null;
}

async function enter(
  { email, password }: { email: string; password: string },
  kind: CustomerSessionKind,
  visitor: Visitor,
) {
  const by = { email, address: visitor.address ?? "", realm: "store" } as const;
  await takeAttempt(by).catch((error) => noteLock(error, email, visitor));
  const account = await findAccount(email);
  const right = await verifyPassword(password, account?.passwordHash ?? null);
  const session = account && right ? await createCustomerSession(account, kind, visitor) : null;
  if (!account || !session) {
    await recordAuthEvent("sign_in_failed", { subject: email, ...visitor });
    return null;
  }
  await clearAttempts(by);
  await recordAuthEvent("signed_in", { customerId: account.id, ...visitor });
  if (isOutdated(account.passwordHash)) await renewHash(account, password);
  return session;
}

async function noteLock(error: unknown, email: string, visitor: Visitor): Promise<never> {
  if (error instanceof DomainError && error.facts?.locked)
    await recordAuthEvent("sign_in_locked", { subject: email, ...visitor });
  throw error;
}

/** The same password at today's cost. One that was changed meanwhile stays; a busy machine does it another time. */
async function renewHash(
  { id, passwordHash: old }: { id: string; passwordHash: string },
  password: string,
): Promise<void> {
  const about = { kind: "customer.rehash", label: "Renewed the hash of a password" };
  try {
    const passwordHash = await hashPassword(password);
    await change(systemActor(), about, async ({ tx }) => {
      await keepSessions(tx);
      return tx.customer.updateMany({ where: { id, passwordHash: old }, data: { passwordHash } });
    });
  } catch (error) {
    logUnforeseen("rehash", error);
  }
}
