import { z } from "zod";
import type { Actor } from "../../actor";
import { signV1Token } from "../../auth/bearer";
import { getAccount } from "../../team/account";
import { openRoute, route } from "../route";
import { requireCookieCanBeSet } from "../session-cookie";
import { cookieAfter } from "../shared-cookie";
import { endSession, keepSession, startSession } from "../sign-in";
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
    const started = await startSession(body, "v1_cookie", request);
    const cookie = await keepSession(started, request);
    return Response.json(await userOf(started.caller.actor, started.caller.adminId), {
      headers: { "set-cookie": cookie },
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
    const started = await startSession(body, "v1_token", request);
    return Response.json({ access_token: await signV1Token(started.caller.adminId, started) });
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
    await endSession(caller, request);
    return new Response("OK", {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "set-cookie": await cookieAfter(request.headers, "admin", null),
      },
    });
  },
});

export const authRoutes = [signIn, token, whoAmI, signOut];

async function userOf(actor: Actor, adminId: string) {
  return { user: userWire(await getAccount(actor, adminId)) };
}
