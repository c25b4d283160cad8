import "server-only";
import type { Actor } from "../actor";
import { DomainError } from "../errors";
import { newId } from "../ids";
import { customerActor } from "./actors";
import { mayWriteByCookie } from "./cookie-write";
import {
  type CustomerSessionKind,
  findCustomerSession,
  type LiveCustomerSession,
  type NewSession,
} from "./customer-sessions";
import { findAccount, signInCustomer, startFirstSession } from "./customer-sign-in";
import { cookieTokens } from "./medusa-cookie";
import { isResetToken } from "./reset-token";
import type { Visitor } from "./sessions";
import { verifyStoreToken } from "./store-bearer";

export type StoreCaller = { actor: Actor; session: LiveCustomerSession };
export type SignedInCustomer = StoreCaller & { token: string; expiresAt: Date };

/**
 * The customer who calls /store: by the cookie, or by a bearer token; a bad one falls through to the other. Null
 * when neither is good. A cookie counts for a write only from a page of ours or of the allowed origin; throws
 * `forbidden` when that is all there is.
 */
export async function findStoreCaller(
  request: Request,
  allowedOrigin: string | null,
): Promise<StoreCaller | null> {
  const cookie = await cookieSession(request.headers);
  if (cookie && mayWriteByCookie(request, allowedOrigin, { scripts: true }))
    return callerOf(cookie);
  const bearer = await bearerSession(request.headers);
  if (bearer) return callerOf(bearer);
  if (cookie) throw new DomainError("forbidden", "This request came from another site.");
  return null;
}

/** The live session in a customer's part of the cookie, or null. */
export async function cookieSession(headers: Headers): Promise<LiveCustomerSession | null> {
  const { customer: token } = cookieTokens(headers);
  return token ? findCustomerSession(token, "cookie") : null;
}

/**
 * The customer that somebody becomes by signing in, with the new session's token. Null for wrong credentials; throws
 * `limited` or `busy`.
 */
export async function signInStoreCaller(
  credentials: { email: string; password: string },
  kind: CustomerSessionKind,
  visitor: Visitor,
): Promise<SignedInCustomer | null> {
  const started = await signInCustomer(credentials, kind, visitor);
  return started && signedIn(started, kind);
}

/** The same for an account that this very request has made: nothing is left to prove. */
export async function signInNewCustomer(
  id: string,
  kind: CustomerSessionKind,
  visitor: Visitor,
): Promise<SignedInCustomer | null> {
  const started = await startFirstSession(id, kind, visitor);
  return started && signedIn(started, kind);
}

async function signedIn({ token, expiresAt }: NewSession, kind: CustomerSessionKind) {
  const session = await findCustomerSession(token, kind);
  return session && { ...callerOf(session), token, expiresAt };
}

/** Somebody who is about to become a customer, and may create nobody but themselves. */
export function newCustomer(fields: {
  email: string;
  firstName?: string | null;
  lastName?: string | null;
}): Actor {
  return customerActor({ id: newId("cus"), ...fields });
}

/** The customer who shows a good token from a mail, or null for any other token or address (in normal form). */
export async function findByResetToken(email: string, token: string): Promise<Actor | null> {
  const account = await findAccount(email);
  return account && (await isResetToken(token, account)) ? customerActor(account) : null;
}

async function bearerSession(headers: Headers): Promise<LiveCustomerSession | null> {
  const [, token] = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const sid = token ? await verifyStoreToken(token) : null;
  return sid ? findCustomerSession(sid, "token") : null;
}

function callerOf(session: LiveCustomerSession): StoreCaller {
  return { actor: customerActor(session.customer, session.id), session };
}
