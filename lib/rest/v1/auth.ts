import { z } from "zod";
import type { Actor } from "../../actor";
import { signV1Token } from "../../auth/bearer";
import { recordAuthEvent } from "../../auth/events";
import { signInCaller } from "../../auth/rest-guard";
import { revokeSession } from "../../auth/sessions";
import { credentialsInput } from "../../auth/sign-in";
import { visitorOf } from "../../auth/visitor";
import { DomainError } from "../../errors";
import { getAccount } from "../../team/account";
import { openRoute, route } from "../route";
import { requireCookieCanBeSet } from "../session-cookie";
import { cookieAfter } from "../shared-cookie";
import { filledEmail, filledText } from "./rules";
import { userShape, userWire } from "./wire";

const TAG = "Sign-in";

const credentials = z.strictObject({ email: filledEmail(), password: filledText() });

const userAnswer = z.strictObject({ user: userShape });

const signIn = openRoute({
  method: "POST",
  path: "/admin/auth",
  tag: TAG,
  summary: "Starts a session of 10 hours and sets its cookie.",
  body: credentials,
  answers: { 200: userAnswer },
  run: async ({ request, body }) => {
    requireCookieCanBeSet(request.headers);
    const { caller, token, expiresAt } = await startSession(body, "v1_cookie", request);
    return Response.json(await userOf(caller.actor, caller.adminId), {
      headers: { "set-cookie": await cookieAfter(request.headers, "admin", { token, expiresAt }) },
    });
  },
});

const token = openRoute({
  method: "POST",
  path: "/admin/auth/token",
  tag: TAG,
  summary: "Answers a bearer token that is good for 24 hours.",
  body: credentials,
  answers: { 200: z.strictObject({ access_token: z.string() }) },
  run: async ({ request, body }) => {
    const { caller, token, expiresAt } = await startSession(body, "v1_token", request);
    return Response.json({ access_token: await signV1Token(caller.adminId, token, expiresAt) });
  },
});

const whoAmI = route({
  method: "GET",
  path: "/admin/auth",
  tag: TAG,
  summary: "Tells who is signed in.",
  answers: { 200: userAnswer },
  run: async ({ actor, caller }) => Response.json(await userOf(actor, caller.adminId)),
});

const signOut = route({
  method: "DELETE",
  path: "/admin/auth",
  tag: TAG,
  summary: "Ends the session or the bearer token at once.",
  answers: { 200: "text" },
  right: "own",
  run: async ({ request, caller }) => {
    if (caller.session) {
      await revokeSession(caller.session.id);
      await recordAuthEvent("signed_out", {
        adminId: caller.adminId,
        ...visitorOf(request.headers),
      });
    }
    return new Response("OK", {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "set-cookie": await cookieAfter(request.headers, "admin", null),
      },
    });
  },
});

export const authRoutes = [signIn, token, whoAmI, signOut];

async function startSession(
  body: z.output<typeof credentials>,
  kind: "v1_cookie" | "v1_token",
  request: Request,
) {
  const known = credentialsInput.safeParse(body);
  const session = known.success
    ? await signInCaller(known.data, kind, visitorOf(request.headers))
    : null;
  if (!session) throw new DomainError("signed_out", "Unauthorized");
  return session;
}

async function userOf(actor: Actor, adminId: string) {
  return { user: userWire(await getAccount(actor, adminId)) };
}
