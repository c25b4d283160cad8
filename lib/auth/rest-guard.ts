import "server-only";
import type { Actor } from "../actor";
import { DomainError } from "../errors";
import { adminActor, apiKeyActor } from "./actors";
import { findApiKey } from "./api-key";
import { authorizationOf, secretKeyOf } from "./authorization";
import { verifyBearer } from "./bearer";
import { mayWriteByCookie } from "./cookie-write";
import { openSession, SESSION_COOKIE } from "./cookies";
import { cookieTokens } from "./medusa-cookie";
import { findSession, type LiveSession, type SessionKind } from "./sessions";
import { type SignInVisitor, signIn } from "./sign-in";
import { cookieOf } from "./visitor";

export type Generation = 1 | 2;

export type Caller = {
  actor: Actor;
  /** How the caller proved who they are. */
  by: "cookie" | "bearer" | "api_key";
  /** The client generation whose log-in makes such a credential; the desk's session belongs to neither. */
  generation: Generation | null;
  /** The admin behind the credential: oneself, or the maker of the token. */
  adminId: string;
  session?: LiveSession;
};

type Means = "basic" | "bearer" | "access_token" | "cookie";

/** In which order credentials are tried: as each generation does, where both share a path, where one alone counts. */
const ORDERS = {
  v1: ["cookie", "bearer", "access_token", "basic"],
  v2: ["basic", "cookie", "bearer", "access_token"],
  shared: ["basic", "bearer", "access_token", "cookie"],
  bearer: ["bearer"],
} as const satisfies Record<string, readonly Means[]>;
export type CredentialOrder = keyof typeof ORDERS;

/**
 * Who calls the REST API: the first good credential in this order; a bad one falls through to the next. Null when
 * none is good. A cookie counts for a write only from a page of ours or of the allowed origin; throws `forbidden`
 * when that is all there is.
 */
export async function findCaller(
  request: Request,
  order: CredentialOrder,
  allowedOrigin: string | null = null,
): Promise<Caller | null> {
  let foreign = false;
  for (const means of ORDERS[order]) {
    const caller = await FIND[means](request.headers);
    if (!caller) continue;
    const scripts = caller.session?.kind !== "desk";
    if (caller.by !== "cookie" || mayWriteByCookie(request, allowedOrigin, { scripts }))
      return caller;
    foreign = true;
  }
  if (foreign) throw new DomainError("forbidden", "This request came from another site.");
  return null;
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

const FIND: Record<Means, (headers: Headers) => Promise<Caller | null>> = {
  async basic(headers) {
    const key = secretKeyOf(authorizationOf(headers).basic);
    return key ? keyCaller(key, 2) : null;
  },
  async bearer(headers) {
    const { bearer } = authorizationOf(headers);
    const good = bearer ? await verifyBearer(bearer) : null;
    const session = good && (await findSession(good.sid, [good.kind]));
    return session && sessionCaller(session, "bearer");
  },
  async access_token(headers) {
    const key = headers.get("x-medusa-access-token");
    return key ? keyCaller(key, 1) : null;
  },
  async cookie(headers) {
    const session = (await medusaSession(headers)) ?? (await deskSession(headers));
    return session && sessionCaller(session, "cookie");
  },
};

/** The admin's session in Medusa's cookie, whichever generation's log-in made it, or null. */
export async function medusaSession(headers: Headers): Promise<LiveSession | null> {
  const { admin: token } = cookieTokens(headers);
  return token ? findSession(token, ["v1_cookie", "v2_cookie"]) : null;
}

async function deskSession(headers: Headers): Promise<LiveSession | null> {
  const token = await openSession(cookieOf(headers, SESSION_COOKIE));
  return token ? findSession(token, ["desk"]) : null;
}

async function keyCaller(token: string, generation: Generation): Promise<Caller | null> {
  const key = await findApiKey(token);
  return key && { actor: apiKeyActor(key), by: "api_key", generation, adminId: key.makerId };
}

const GENERATION: Record<SessionKind, Generation | null> = {
  desk: null,
  v1_cookie: 1,
  v1_token: 1,
  v2_cookie: 2,
  v2_token: 2,
};

function sessionCaller(session: LiveSession, by: "cookie" | "bearer"): Caller {
  return {
    actor: adminActor(session, "api"),
    by,
    generation: GENERATION[session.kind],
    adminId: session.admin.id,
    session,
  };
}
