import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/next-auth";
import { isOwnOrigin } from "@/lib/auth/origin";
import { env } from "@/lib/env";

/** What is offered of next-auth's own door; its pages are ours. */
const READS = new Set(["csrf", "session", "providers"]);
const WRITES = new Set(["callback/credentials", "signout"]);

export async function GET(request: NextRequest): Promise<Response> {
  if (!READS.has(actionOf(request))) return say(404, "There is nothing here.");
  return personal(await handlers.GET(request));
}

/** Without an Origin next-auth's own double-submitted token has to prove where the request comes from. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!WRITES.has(actionOf(request))) return say(404, "There is nothing here.");
  const { headers } = request;
  if (headers.has("origin") && !isOwnOrigin("POST", headers, env().CLIENTELE_URL))
    return say(403, "This request came from another site.");
  return personal(await withStatus(await handlers.POST(request)));
}

function actionOf(request: NextRequest): string {
  return request.nextUrl.pathname.replace(/^\/api\/auth\//, "");
}

const STATUS: Record<string, number> = {
  credentials: 401,
  limited: 429,
  busy: 503,
  unavailable: 503,
};

/** Next-auth tells a refusal in the address it leads to; a client sees it in the status too, a form is led on. */
async function withStatus(response: Response): Promise<Response> {
  const led = response.headers.get("location");
  const to =
    led ??
    (
      await response
        .clone()
        .json()
        .catch(() => null)
    )?.url;
  const code = to ? new URL(to, "http://localhost").searchParams.get("code") : null;
  const [kind = "", wait = "0"] = code?.split(":") ?? [];
  const status = STATUS[kind];
  if (!status || (led && status === 401)) return response;
  const headers = new Headers(response.headers);
  headers.delete("location");
  if (wait !== "0") headers.set("retry-after", wait);
  return new Response(response.body, { status, headers });
}

function personal(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "private, no-store");
  return new Response(response.body, { status: response.status, headers });
}

function say(status: number, message: string): Response {
  return personal(Response.json({ message }, { status }));
}
