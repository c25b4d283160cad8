import "server-only";
import { cookies } from "next/headers";
import { COOKIE_FLAGS, SESSION_COOKIE, SESSION_SECONDS, sealSession } from "./cookies";

/** Gives this browser the cookie of a session that took the place of the one it came with. */
export async function keepSession(token: string): Promise<void> {
  const cookie = await sealSession(token);
  (await cookies()).set(SESSION_COOKIE, cookie, { ...COOKIE_FLAGS, maxAge: SESSION_SECONDS });
}
