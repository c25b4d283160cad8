import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isAllowedOrigin, type OriginRule } from "../origin-rules";
import type { RestEnv } from "./route";

/**
 * CORS for one area: preflights are answered before anybody is asked who they are, errors carry the headers too.
 * The origin that the area allows is left for the guard, since its pages may write with a cookie.
 */
export function areaCors(rules: () => readonly OriginRule[]): MiddlewareHandler<RestEnv> {
  const answer = cors({
    origin: (_origin, c) => allowedOrigin(c.req.raw.headers, rules()),
    credentials: true,
    allowMethods: ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"],
    exposeHeaders: ["ETag", "Idempotency-Replayed", "Retry-After", "X-Request-Id"],
    maxAge: 600,
  });
  return (c, next) => {
    c.set("allowedOrigin", allowedOrigin(c.req.raw.headers, rules()));
    return answer(c, next);
  };
}

function allowedOrigin(headers: Headers, rules: readonly OriginRule[]): string | null {
  const origin = headers.get("origin");
  return origin !== null && isAllowedOrigin(origin, rules) ? origin : null;
}
