import "server-only";
import { recordAuthEvent } from "../auth/events";
import { type Caller, medusaSession, signInCaller } from "../auth/rest-guard";
import {
  createSession,
  findSession,
  type LiveSession,
  replaceSession,
  revokeSession,
  type SessionKind,
} from "../auth/sessions";
import { credentialsInput } from "../auth/sign-in";
import { visitorOf } from "../auth/visitor";
import { db } from "../db";
import { DomainError } from "../errors";
import { cookieAfter } from "./shared-cookie";

/** A session just started, and its token, which is known now only. */
export type Started = { session: LiveSession; token: string; expiresAt: Date };

/** Signs an admin in by e-mail and password. Throws `signed_out` for wrong ones, `limited`, `busy`. */
export async function startSession(
  credentials: { email: string; password: string },
  kind: SessionKind,
  request: Request,
): Promise<Started & { caller: Caller }> {
  const known = credentialsInput.safeParse(credentials);
  const started = known.success
    ? await signInCaller(known.data, kind, visitorOf(request.headers))
    : null;
  const session = started?.caller.session;
  if (!started || !session) throw signedOut();
  return { ...started, session };
}

/** A session for whoever has one already, good for its own time. Throws `signed_out` for a caller without. */
export async function anotherSession(
  { session }: Caller,
  kind: SessionKind,
  { headers }: Request,
): Promise<Started> {
  if (!session) throw signedOut();
  const { admin, credentialVersion } = session;
  const by = { id: admin.id, credentialVersion };
  const made = await createSession(db(), by, kind, visitorOf(headers));
  const started = made && (await findSession(made.token, [kind]));
  if (!started) throw signedOut();
  return { session: started, token: made.token, expiresAt: made.expiresAt };
}

/** The `Set-Cookie` for an admin's session that was just started: it takes the place of the one that came along. */
export async function keepSession(started: Started, { headers }: Request): Promise<string> {
  const old = await medusaSession(headers);
  if (old) await replaceSession(old, started.session);
  return cookieAfter(headers, "admin", started);
}

/** Ends the caller's session or bearer token at once, also for a copy of it. An API token has none. */
export async function endSession(caller: Caller, { headers }: Request): Promise<void> {
  if (!caller.session) return;
  await revokeSession(caller.session.id);
  await recordAuthEvent("signed_out", { adminId: caller.adminId, ...visitorOf(headers) });
}

function signedOut(): DomainError {
  return new DomainError("signed_out", "Unauthorized");
}
