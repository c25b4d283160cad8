import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { DomainError } from "../errors";
import { SESSION_COOKIE } from "./cookies";
import { credentialsInput, signIn as startSession } from "./sign-in";
import { cookieOf, visitorOf } from "./visitor";

/** A refusal that tells the sign-in page how long to wait; `code` is all that next-auth lets through. */
export class SignInRefused extends CredentialsSignin {
  constructor(error: DomainError) {
    super(error.message);
    this.code = `${error.code}:${error.retryAfter ?? 0}`;
  }
}

const secure = (process.env.CLIENTELE_URL ?? "").startsWith("https://");

/** Twelve hours, as the session row: the cookie holds nothing but that row's token. */
const MAX_AGE = 12 * 60 * 60;

export const DEVICE_COOKIE = secure ? "__Host-clientele.device" : "clientele.device";
export const COOKIE_FLAGS = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

export const { handlers, auth, signIn, signOut } = NextAuth({
  secret: process.env.AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: MAX_AGE },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  useSecureCookies: secure,
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: COOKIE_FLAGS },
    callbackUrl: { name: "clientele.callback", options: COOKIE_FLAGS },
    csrfToken: { name: "clientele.csrf", options: COOKIE_FLAGS },
  },
  logger: {
    error: (error) =>
      error.name !== "SignInRefused" &&
      error.name !== "CredentialsSignin" &&
      console.error(error.name),
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const parsed = credentialsInput.safeParse(credentials);
        if (!parsed.success) return null;
        try {
          const visitor = {
            ...visitorOf(request.headers),
            device: cookieOf(request.headers, DEVICE_COOKIE),
          };
          const session = await startSession(parsed.data, "desk", visitor);
          return session && { id: session.adminId, token: session.token };
        } catch (error) {
          throw error instanceof DomainError ? new SignInRefused(error) : error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { sid: (user as { token?: string }).token } : { sid: token.sid },
    session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
  },
});
