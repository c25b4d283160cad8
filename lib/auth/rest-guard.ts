import "server-only";
import type { Actor } from "../actor";
import { env } from "../env";
import { adminActor, apiKeyActor } from "./actors";
import { findApiKey } from "./api-key";
import { verifyV1Token } from "./bearer";
import { openSession, SESSION_COOKIE } from "./cookies";
import { isOwnOrigin } from "./origin";
import { findSession, type LiveSession } from "./sessions";
import { cookieOf } from "./visitor";

/** The cookie of a session that a Medusa client signed in with. */
export const MEDUSA_COOKIE = "connect.sid";

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
 * Medusa v1's order; a bad credential falls through to the next. A cookie counts for a write only from a page of
 * ours or an allowed origin. Null when none is good.
 */
export async function findCaller(
  request: Request,
  allowedOrigins: readonly string[] = [],
): Promise<Caller | null> {
  return (
    (await byCookie(request, allowedOrigins)) ??
    (await byBearer(request.headers)) ??
    (await byAccessToken(request.headers))
  );
}

async function byCookie(
  request: Request,
  allowedOrigins: readonly string[],
): Promise<Caller | null> {
  const session = (await medusaSession(request.headers)) ?? (await deskSession(request.headers));
  if (!session) return null;
  if (!isOwnOrigin(request.method, request.headers, [...env().CLIENTELE_URL, ...allowedOrigins]))
    return null;
  return { actor: adminActor(session, "api"), by: "cookie", adminId: session.admin.id, session };
}

async function medusaSession(headers: Headers): Promise<LiveSession | null> {
  const token = cookieOf(headers, MEDUSA_COOKIE);
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
  return (
    session && {
      actor: adminActor(session, "api"),
      by: "bearer",
      adminId: session.admin.id,
      session,
    }
  );
}

async function byAccessToken(headers: Headers): Promise<Caller | null> {
  const token = headers.get("x-medusa-access-token");
  const key = token ? await findApiKey(token) : null;
  return key && { actor: apiKeyActor(key), by: "api_key", adminId: key.makerId };
}
