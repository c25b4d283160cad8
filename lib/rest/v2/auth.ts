import { z } from "zod";
import { signV2Token } from "../../auth/bearer";
import { DomainError } from "../../errors";
import { openRoute, route } from "../route";
import { requireCookieCanBeSet } from "../session-cookie";
import { cookieAfter } from "../shared-cookie";
import { anotherSession, endSession, keepSession, type Started, startSession } from "../sign-in";
import { claimsOf, claimsShape } from "./claims";

const TAG = "Sign-in";

/** Anything is taken here, since what is no text is answered 401, as a wrong password is. */
const credentials = z.looseObject({
  email: z.unknown().optional().meta({ type: "string", format: "email" }),
  password: z.unknown().optional().meta({ type: "string" }),
});
/** The clients send nothing or `{}`; what else it may be is looked at and left. */
const nothing = z.looseObject({});
const tokenAnswer = z.strictObject({ token: z.string() });

const logIn = openRoute({
  method: "POST",
  path: "/auth/user/emailpass",
  tag: TAG,
  summary: "Answers a bearer token that is good for 24 hours.",
  body: credentials,
  answers: { 200: tokenAnswer },
  run: async ({ request, body }) => {
    const fault = credentialsFault(body);
    if (fault) return unauthorized(fault);
    try {
      const started = await startSession(body as Credentials, "v2_token", request);
      return Response.json({ token: await tokenOf(started) });
    } catch (error) {
      if (error instanceof DomainError && error.code === "signed_out")
        return unauthorized("Invalid email or password");
      throw error;
    }
  },
});

const register = openRoute({
  method: "POST",
  path: "/auth/user/emailpass/register",
  tag: TAG,
  summary:
    "Is refused for every address alike, so that it does not tell whose exist: an owner adds admins.",
  body: credentials,
  answers: {},
  run: async ({ body }) =>
    unauthorized(credentialsFault(body) ?? "Identity with email already exists"),
});

const otherProvider = openRoute({
  method: "POST",
  path: "/auth/user/:provider",
  tag: TAG,
  summary: "Is refused: admins sign in with e-mail and password.",
  answers: {},
  run: async ({ params }) =>
    Response.json(
      {
        type: "not_allowed",
        message: `The actor type user is not allowed to use the auth provider ${params.provider}`,
      },
      { status: 400 },
    ),
});

const openSession = route({
  method: "POST",
  path: "/auth/session",
  tag: TAG,
  summary: "Starts a session of 10 hours from a bearer token and sets its cookie.",
  body: nothing,
  answers: { 200: z.strictObject({ user: claimsShape }) },
  right: "own",
  by: "bearer",
  run: async ({ request, caller }) => {
    requireCookieCanBeSet(request.headers);
    const started = await anotherSession(caller, "v2_cookie", request);
    const cookie = await keepSession(started, request);
    return Response.json(
      { user: claimsOf(caller.session ?? started.session) },
      { headers: { "set-cookie": cookie } },
    );
  },
});

const closeSession = route({
  method: "DELETE",
  path: "/auth/session",
  tag: TAG,
  summary: "Ends the session or the bearer token at once.",
  answers: { 200: z.strictObject({ success: z.literal(true) }) },
  right: "own",
  run: async ({ request, caller }) => {
    if (!caller.session) throw signedOut();
    await endSession(caller, request);
    return Response.json(
      { success: true },
      { headers: { "set-cookie": await cookieAfter(request.headers, "admin", null) } },
    );
  },
});

const refresh = route({
  method: "POST",
  path: "/auth/token/refresh",
  tag: TAG,
  summary: "Answers a new bearer token, good for 24 hours from now.",
  body: nothing,
  answers: { 200: tokenAnswer },
  right: "own",
  run: async ({ request, caller }) =>
    Response.json({ token: await tokenOf(await anotherSession(caller, "v2_token", request)) }),
});

export const authRoutes = [logIn, register, otherProvider, openSession, closeSession, refresh];

type Credentials = { email: string; password: string };

function credentialsFault({ email, password }: z.output<typeof credentials>): string | null {
  if (typeof password !== "string" || password === "") return "Password should be a string";
  return typeof email === "string" && email !== "" ? null : "Email should be a string";
}

function tokenOf(started: Started): Promise<string> {
  return signV2Token(claimsOf(started.session), started);
}

function unauthorized(message: string): Response {
  return Response.json({ type: "unauthorized", message }, { status: 401 });
}

function signedOut(): DomainError {
  return new DomainError("signed_out", "Unauthorized");
}
