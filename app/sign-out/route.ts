import { NextResponse } from "next/server";
import { COOKIE_FLAGS, SESSION_COOKIE } from "@/lib/auth/cookies";
import { isOwnOrigin } from "@/lib/auth/origin";
import { signOut } from "@/lib/auth/sign-out";
import { env } from "@/lib/env";
import { logUnforeseen } from "@/lib/log";

/**
 * Ends the session and leaves nothing of it in the browser. When the session itself cannot be ended, the browser is
 * cleared all the same, and the answer is 503: a copy of the cookie may go on working.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin("POST", request.headers, env().CLIENTELE_URL))
    return new Response("This request came from another site.", { status: 403 });
  const isEnded = await signOut(request.headers).then(
    () => true,
    (error) => {
      logUnforeseen("sign-out", error);
      return false;
    },
  );
  return cleared(
    isEnded
      ? new NextResponse(null, { status: 303, headers: { location: "/sign-in" } })
      : new NextResponse("This browser is signed out, but the session could not be ended.", {
          status: 503,
        }),
  );
}

function cleared(answer: NextResponse): NextResponse {
  answer.cookies.set(SESSION_COOKIE, "", { ...COOKIE_FLAGS, maxAge: 0 });
  answer.headers.set("cache-control", "private, no-store");
  answer.headers.set("clear-site-data", '"cache", "storage"');
  // Chromium keeps the header above from scripts.
  answer.headers.set("x-clientele-cleared", "1");
  return answer;
}
