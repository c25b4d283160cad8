import { MEDUSA_COOKIE } from "../auth/cookies";
import { env } from "../env";
import { RequestFault } from "./request-fault";

/**
 * The `Set-Cookie` of a Medusa session. Lax keeps it off other sites' requests. A page of another site needs it
 * there, over https; the Origin rule guards the writes. v1's sessions are for any page that is allowed elsewhere.
 */
export function sessionCookie(
  { value, expiresAt, v1 }: { value: string; expiresAt: Date; v1: boolean },
  headers: Headers,
): string {
  const { CLIENTELE_ADMIN_CORS, CLIENTELE_STORE_CORS } = env();
  const elsewhere = v1 && CLIENTELE_ADMIN_CORS.length + CLIENTELE_STORE_CORS.length > 0;
  const seconds = Math.round((expiresAt.getTime() - Date.now()) / 1000);
  return `${MEDUSA_COOKIE}=${value}; Max-Age=${seconds}; ${flags(elsewhere || isOtherSite(headers))}`;
}

/** The `Set-Cookie` that takes it away again. */
export function noSessionCookie(headers: Headers): string {
  return `${MEDUSA_COOKIE}=; Max-Age=0; ${flags(isOtherSite(headers))}`;
}

/**
 * Refuses a sign-in whose cookie the browser would throw away: a Secure cookie over plain http, or any cookie for a
 * page of another site over plain http. Silently answered 200, such a sign-in is a loop that nobody can explain.
 * Throws a RequestFault (400).
 */
export function requireCookieCanBeSet(headers: Headers): void {
  const reason = isHttps() ? reasonOverHttps(headers) : reasonOverHttp(headers);
  if (!reason) return;
  const message = `The session cookie cannot be set: ${reason}`;
  warnSeldom(`Sign-in refused. ${message}`);
  throw new RequestFault(400, message);
}

let warnedAt = Number.NEGATIVE_INFINITY;

/** Strangers bring this about as often as they like, with a text of their choice: one line a minute is enough. */
function warnSeldom(warning: string): void {
  if (performance.now() - warnedAt < 60_000) return;
  warnedAt = performance.now();
  console.error(`\n  ! ${warning.slice(0, 500)}\n`);
}

function reasonOverHttps(headers: Headers): string | null {
  if (headers.get("x-clientele-proto") !== "http") return null;
  return `the public address is ${env().CLIENTELE_URL[0]}, but this request came over plain http. Call the https address; behind a proxy that ends TLS, set TRUSTED_PROXIES=1.`;
}

function reasonOverHttp(headers: Headers): string | null {
  if (headers.get("sec-fetch-site") !== "cross-site") return null;
  return `the page at ${headers.get("origin")} is on another site than ${env().CLIENTELE_URL[0]}, and over plain http browsers keep no cookie for it. Call this server by the page's own host name (localhost and 127.0.0.1 are two), serve both over https, or use a bearer token.`;
}

function flags(elsewhere: boolean): string {
  const sameSite = isHttps() ? `Secure; SameSite=${elsewhere ? "None" : "Lax"}` : "SameSite=Lax";
  return `Path=/; HttpOnly; ${sameSite}`;
}

/** What the browser says; one that says nothing tells the page's origin at least. */
function isOtherSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "cross-site";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return env().CLIENTELE_URL.every((own) => new URL(own).hostname !== new URL(origin).hostname);
}

function isHttps(): boolean {
  return env().CLIENTELE_URL[0]?.startsWith("https://") ?? false;
}
