import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, Right } from "../actor";
import { may } from "../actor";
import { env } from "../env";
import { DomainError } from "../errors";
import { adminActor } from "./actors";
import { auth } from "./next-auth";
import { isOwnOrigin } from "./origin";
import { findSession } from "./sessions";

/** The admin of this request's browser session, or null; looked up in the database once per request. */
export const findAdmin = cache(async (): Promise<Actor | null> => {
  const session = (await auth()) as { sid?: unknown } | null;
  if (typeof session?.sid !== "string") return null;
  const live = await findSession(session.sid, ["desk"]);
  return live && adminActor(live, "desk");
});

/** For pages: the signed-in admin. Without one, off to the sign-in page and back here afterwards. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await findAdmin();
  if (actor) return actor;
  const here = (await headers()).get("x-clientele-path") ?? "/customers";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
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
  if (!may(actor, right))
    throw new DomainError("forbidden", "You may look at everything here, but not change this.");
  return actor;
}

/** Throws `forbidden` unless this request comes from a page of ours. */
export async function requireOwnOrigin(): Promise<void> {
  if (!isOwnOrigin("POST", await headers(), env().CLIENTELE_URL))
    throw new DomainError("forbidden", "This request came from another site.");
}
