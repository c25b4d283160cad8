import "server-only";
import { type CookieTokens, cookieTokens, cookieValue } from "../auth/medusa-cookie";
import { findSession } from "../auth/sessions";
import { cookieSession } from "../auth/store-guard";
import { noSessionCookie, sessionCookie } from "./session-cookie";

type Part = { token: string; expiresAt: Date; session?: { kind: string } };

/**
 * The `Set-Cookie` after an admin or a customer signed in (their new session) or out (null). Whoever else the cookie
 * of this request holds stays signed in by it.
 */
export async function cookieAfter(
  headers: Headers,
  who: keyof CookieTokens,
  session: Part | null,
): Promise<string> {
  const admin = who === "admin" ? session : await adminPart(headers);
  const customer = who === "customer" ? session : await customerPart(headers);
  const ends = [admin, customer].flatMap((part) => (part ? [part.expiresAt.getTime()] : []));
  if (ends.length === 0) return noSessionCookie(headers);
  const value = cookieValue({ admin: admin?.token, customer: customer?.token });
  const v1 = customer !== null || admin?.session?.kind === "v1_cookie";
  return sessionCookie({ value, expiresAt: new Date(Math.max(...ends)), v1 }, headers);
}

async function adminPart(headers: Headers): Promise<Part | null> {
  const { admin: token } = cookieTokens(headers);
  const session = token ? await findSession(token, ["v1_cookie", "v2_cookie"]) : null;
  return token && session ? { token, expiresAt: session.expiresAt, session } : null;
}

async function customerPart(headers: Headers): Promise<Part | null> {
  const { customer: token } = cookieTokens(headers);
  const session = await cookieSession(headers);
  return token && session ? { token, expiresAt: session.expiresAt } : null;
}
