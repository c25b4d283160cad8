import { cookies } from "next/headers";
import { COOKIE_FLAGS, SESSION_COOKIE } from "@/lib/auth/cookies";
import { isOwnOrigin } from "@/lib/auth/origin";
import { signOut } from "@/lib/auth/sign-out";
import { env } from "@/lib/env";

/** Ends the session and leaves nothing of it in the browser. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin("POST", request.headers, env().CLIENTELE_URL))
    return new Response("This request came from another site.", { status: 403 });
  await signOut(request.headers);
  (await cookies()).set(SESSION_COOKIE, "", { ...COOKIE_FLAGS, maxAge: 0 });
  return new Response(null, {
    status: 303,
    headers: {
      location: "/sign-in",
      "cache-control": "private, no-store",
      "clear-site-data": '"cache", "storage"',
    },
  });
}
