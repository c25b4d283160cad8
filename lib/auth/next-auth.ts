import "server-only";
import NextAuth, { type AuthError, CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { databaseFault } from "../database-errors";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import {
  CALLBACK_COOKIE,
  COOKIE_FLAGS,
  CSRF_COOKIE,
  DEVICE_COOKIE,
  SESSION_COOKIE,
  SESSION_SECONDS,
} from "./cookies";
import { findSession, revokeSession } from "./sessions";
import { credentialsInput, signIn as startSession } from "./sign-in";
import { cookieOf, visitorOf } from "./visitor";

/** A refusal that is not about the password; `code` is all that next-auth lets through to a client. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: DomainError) {
    super(refusal.message);
    this.code = `${refusal.code}:${refusal.retryAfter ?? 0}`;
  }
}

/** What strangers can cause at will is no news for the log. */
const QUIET = new Set(["CredentialsSignin", "JWTSessionError", "MissingCSRF"]);

/** The cookie's keeper: it holds a session row's token and nothing else. Whether that is good is asked in the row. */
export const { handlers, signIn } = NextAuth({
  secret: process.env.AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  useSecureCookies: COOKIE_FLAGS.secure,
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: COOKIE_FLAGS },
    callbackUrl: { name: CALLBACK_COOKIE, options: COOKIE_FLAGS },
    csrfToken: { name: CSRF_COOKIE, options: COOKIE_FLAGS },
  },
  logger: {
    error(error) {
      const { type, cause } = error as AuthError;
      if (!QUIET.has(type)) logUnforeseen(`next-auth ${type}`, cause?.err ?? error);
    },
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const parsed = credentialsInput.safeParse(credentials);
        if (!parsed.success) return null;
        const device = cookieOf(request.headers, DEVICE_COOKIE);
        try {
          const visitor = { ...visitorOf(request.headers), device };
          const session = await startSession(parsed.data, "desk", visitor);
          return session && { id: session.adminId, token: session.token };
        } catch (error) {
          const refusal = error instanceof DomainError ? error : databaseFault(error);
          throw refusal ? new SignInRefused(refusal) : error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: async ({ token, user }) => {
      if (user) return { sid: (user as { token?: string }).token };
      return (await liveSession(token.sid)) ? { sid: token.sid } : null;
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut(message) {
      const live = "token" in message ? await liveSession(message.token?.sid) : null;
      if (live) await revokeSession(live.id);
    },
  },
});

async function liveSession(token: unknown) {
  return typeof token === "string" ? findSession(token, ["desk"]) : null;
}
