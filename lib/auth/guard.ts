import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, Right, Role } from "../actor";
import { env } from "../env";
import { DomainError, requireRight } from "../errors";
import { adminActor } from "./actors";
import { openSession, SESSION_COOKIE } from "./cookies";
import { isOwnOrigin } from "./origin";
import { findSession, type LiveSession } from "./sessions";

/** The browser session of this request, looked up in the database once per request. */
const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await openSession((await cookies()).get(SESSION_COOKIE)?.value);
  return token ? findSession(token, ["desk"]) : null;
});

/** The admin of this request's browser session, or null. */
export const findAdmin = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session && adminActor(session, "desk");
});

/** For pages: the signed-in admin. Without one, off to the sign-in page and back here afterwards. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await findAdmin();
  if (actor) return actor;
  const here = (await headers()).get("x-clientele-path") ?? "/customers";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}

/** What the navigation shows of whoever is signed in. Like requireAdmin, it sends strangers to the sign-in page. */
export async function requireProfile(): Promise<{ name: string; email: string; role: Role }> {
  const { name, role } = await requireAdmin();
  return { name, role, email: (await currentSession())?.admin.email ?? "" };
}

/**
 * For server actions, which anybody may call by POST to any page: the signed-in admin, from a page of ours.
 * Throws `signed_out`, or `forbidden` when the right is missing or the request came from elsewhere.
 */
export async function requireActor(right: Right): Promise<Actor> {
  await requireOwnOrigin();
  const actor = await findAdmin();
  if (!actor)
    throw new DomainError(
      "signed_out",
      "Your session has ended. Sign in again; what you typed is kept.",
    );
  requireRight(actor, right);
  return actor;
}

/** Throws `forbidden` unless this request comes from a page of ours. */
export async function requireOwnOrigin(): Promise<void> {
  if (!isOwnOrigin("POST", await headers(), env().CLIENTELE_URL))
    throw new DomainError("forbidden", "This request came from another site.");
}
