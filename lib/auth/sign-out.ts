import "server-only";
import { openSession, SESSION_COOKIE } from "./cookies";
import { recordAuthEvent } from "./events";
import { findSession, revokeSession } from "./sessions";
import { cookieOf, visitorOf } from "./visitor";

/** Ends the browser session that these request headers carry, if it is live, for every copy of its cookie. */
export async function signOut(headers: Headers): Promise<void> {
  const token = await openSession(cookieOf(headers, SESSION_COOKIE));
  const session = token ? await findSession(token, ["desk"]) : null;
  if (!session) return;
  await revokeSession(session.id);
  await recordAuthEvent("signed_out", { adminId: session.admin.id, ...visitorOf(headers) });
}
