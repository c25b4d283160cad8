import { MEDUSA_COOKIE } from "../auth/cookies";
import { env } from "../env";
import { RequestFault } from "./request-fault";

/**
 * The `Set-Cookie` of a Medusa session. Lax keeps it off other sites' requests; where other origins are allowed over
 * https, their pages need it too, and the Origin rule guards the writes.
 */
export function sessionCookie(token: string, expiresAt: Date): string {
  const seconds = Math.round((expiresAt.getTime() - Date.now()) / 1000);
  return `${MEDUSA_COOKIE}=${token}; Max-Age=${seconds}; ${flags()}`;
}

/** The `Set-Cookie` that takes it away again. */
export function noSessionCookie(): string {
  return `${MEDUSA_COOKIE}=; Max-Age=0; ${flags()}`;
}

/**
 * Refuses a sign-in whose cookie the browser would throw away: a Secure cookie over plain http. Silently answered
 * 200, such a sign-in is a loop that nobody can explain. Throws a RequestFault (400).
 */
export function requireCookieCanBeSet(headers: Headers): void {
  const [publicUrl] = env().CLIENTELE_URL;
  if (!isHttps() || headers.get("x-clientele-proto") !== "http") return;
  const message = `The session cookie cannot be set: the public address is ${publicUrl}, but this request came over plain http. Call the https address; behind a proxy that ends TLS, set TRUSTED_PROXIES=1.`;
  console.error(`\n  ! Sign-in refused. ${message}\n`);
  throw new RequestFault(400, message);
}

function flags(): string {
  const { CLIENTELE_ADMIN_CORS, CLIENTELE_STORE_CORS } = env();
  const elsewhere = CLIENTELE_ADMIN_CORS.length + CLIENTELE_STORE_CORS.length > 0;
  const sameSite = isHttps() ? `Secure; SameSite=${elsewhere ? "None" : "Lax"}` : "SameSite=Lax";
  return `Path=/; HttpOnly; ${sameSite}`;
}

function isHttps(): boolean {
  return env().CLIENTELE_URL[0]?.startsWith("https://") ?? false;
}
