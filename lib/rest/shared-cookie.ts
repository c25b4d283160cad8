import "server-only";
import { type CookieTokens, cookieTokens, cookieValue } from "../auth/medusa-cookie";
import { findSession } from "../auth/sessions";
import { cookieSession } from "../auth/store-guard";
import { noSessionCookie, sessionCookie } from "./session-cookie";

type Part = { token: string; expiresAt: Date };

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
  if (ends.length === 0) return noSessionCookie();
  const value = cookieValue({ admin: admin?.token, customer: customer?.token });
  return sessionCookie(value, new Date(Math.max(...ends)));
}

async function adminPart(headers: Headers): Promise<Part | null> {
  const { admin: token } = cookieTokens(headers);
  const session = token ? await findSession(token, ["v1_cookie", "v2_cookie"]) : null;
  return token && session ? { token, expiresAt: session.expiresAt } : null;
}

async function customerPart(headers: Headers): Promise<Part | null> {
  const { customer: token } = cookieTokens(headers);
  const session = await cookieSession(headers);
  return token && session ? { token, expiresAt: session.expiresAt } : null;
}
