import { type NextRequest, NextResponse } from "next/server";
import { isOwnOrigin } from "./lib/auth/origin";

/**
 * Sets the content security policy with a fresh nonce and tells the page its own address. Never a guard of data:
 * each page, action and route looks at its actor itself. It refuses one thing early: a write from another site.
 */
export default function proxy(request: NextRequest): NextResponse {
  const origins = (process.env.CLIENTELE_URL ?? "http://localhost:3000")
    .split(",")
    .map((url) => new URL(url.trim()).origin);
  if (!isOwnOrigin(request.method, request.headers, origins))
    return new NextResponse("This request came from another site.", { status: 403 });
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const { pathname, searchParams } = request.nextUrl;
  searchParams.delete("_rsc");
  headers.set("x-clientele-path", pathname + (searchParams.size ? `?${searchParams}` : ""));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Pages and actions, and any address that nothing has. The REST doors, uploads among them, and static files do
 * without: a body through here is cut at 10 MB. Each name ends where it ends: /authors is no part of /auth.
 */
export const config = {
  matcher: [
    "/((?!_next/static/|api/auth/|(?:admin|store|auth|v1|v2)(?:/|$)|(?:health/live|health/ready|favicon\\.ico|icon\\.svg)/?$).*)",
  ],
};
