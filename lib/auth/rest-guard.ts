import "server-only";
import type { Actor } from "../actor";
import { DomainError } from "../errors";
import { adminActor, apiKeyActor } from "./actors";
import { findApiKey } from "./api-key";
import { verifyV1Token } from "./bearer";
import { mayWriteByCookie } from "./cookie-write";
import { openSession, SESSION_COOKIE } from "./cookies";
import { cookieTokens } from "./medusa-cookie";
import { findSession, type LiveSession, type SessionKind } from "./sessions";
import { type SignInVisitor, signIn } from "./sign-in";
import { cookieOf } from "./visitor";

export type Caller = {
  actor: Actor;
  /** How the caller proved who they are; the credential decides which client generation is answered. */
  by: "cookie" | "bearer" | "api_key";
  /** The admin behind the credential: oneself, or the maker of the token. */
  adminId: string;
  session?: LiveSession;
};

/**
 * Who calls the REST API: session cookie (Medusa's or the desk's), bearer token, `x-medusa-access-token`, in
 * Medusa v1's order; a bad credential falls through to the next. Null when none is good. A cookie counts for a
 * write only from a page of ours or of the allowed origin; throws `forbidden` when that is all there is.
 */
export async function findCaller(
  request: Request,
  allowedOrigin?: string | null,
): Promise<Caller | null> {
  const cookie = await byCookie(request.headers);
  const scripts = cookie?.session?.kind !== "desk";
  if (cookie && mayWriteByCookie(request, allowedOrigin, { scripts })) return cookie;
  const other = (await byBearer(request.headers)) ?? (await byAccessToken(request.headers));
  if (cookie && !other) throw new DomainError("forbidden", "This request came from another site.");
  return other;
}

/**
 * The caller that an admin becomes by signing in, with the new session's token. Null for wrong credentials;
 * throws `limited` or `busy`.
 */
export async function signInCaller(
  credentials: { email: string; password: string },
  kind: SessionKind,
  visitor: SignInVisitor,
): Promise<{ caller: Caller; token: string; expiresAt: Date } | null> {
  const signedIn = await signIn(credentials, kind, visitor);
  const session = signedIn && (await findSession(signedIn.token, [kind]));
  if (!session) return null;
  const { token, expiresAt } = signedIn;
  return { caller: sessionCaller(session, "cookie"), token, expiresAt };
}

async function byCookie(headers: Headers): Promise<Caller | null> {
  const session = (await medusaSession(headers)) ?? (await deskSession(headers));
  return session && sessionCaller(session, "cookie");
}

async function medusaSession(headers: Headers): Promise<LiveSession | null> {
  const { admin: token } = cookieTokens(headers);
  return token ? findSession(token, ["v1_cookie"]) : null;
}

async function deskSession(headers: Headers): Promise<LiveSession | null> {
  const token = await openSession(cookieOf(headers, SESSION_COOKIE));
  return token ? findSession(token, ["desk"]) : null;
}

async function byBearer(headers: Headers): Promise<Caller | null> {
  const [, token] = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const sid = token ? await verifyV1Token(token) : null;
  const session = sid ? await findSession(sid, ["v1_token"]) : null;
  return session && sessionCaller(session, "bearer");
}

async function byAccessToken(headers: Headers): Promise<Caller | null> {
  const token = headers.get("x-medusa-access-token");
  const key = token ? await findApiKey(token) : null;
  return key && { actor: apiKeyActor(key), by: "api_key", adminId: key.makerId };
}

function sessionCaller(session: LiveSession, by: "cookie" | "bearer"): Caller {
  return { actor: adminActor(session, "api"), by, adminId: session.admin.id, session };
}
