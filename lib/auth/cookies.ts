import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "../env";

const secure = (process.env.CLIENTELE_URL ?? "").startsWith("https://");
const prefix = secure ? "__Host-" : "";

export const SESSION_COOKIE = `${prefix}clientele.session`;
export const DEVICE_COOKIE = `${prefix}clientele.device`;
export const CSRF_COOKIE = `${prefix}clientele.csrf`;
export const CALLBACK_COOKIE = `${prefix}clientele.callback`;
/** The session that a Medusa client signed in with: the token of a session row, as it is. */
export const MEDUSA_COOKIE = "connect.sid";
export const COOKIE_FLAGS = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

/** Twelve hours, as the session row: the cookie holds nothing but that row's token. */
export const SESSION_SECONDS = 12 * 60 * 60;
export const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** The value of a session cookie: the row's token, encrypted as next-auth does it. */
export function sealSession(token: string): Promise<string> {
  return encode({
    token: { sid: token },
    secret: env().AUTH_SECRET,
    salt: SESSION_COOKIE,
    maxAge: SESSION_SECONDS,
  });
}

/** The token in a session cookie; null when there is none, or it is expired, foreign or broken. */
export async function openSession(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const { AUTH_SECRET: secret } = env();
  const claims = await decode({ token: cookie, secret, salt: SESSION_COOKIE }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}
