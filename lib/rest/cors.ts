import { cors } from "hono/cors";
import { isAllowedOrigin, type OriginRule } from "../origin-rules";

/** The origin of a page elsewhere that may call this area, or null. */
export function allowedOrigin(headers: Headers, rules: readonly OriginRule[]): string | null {
  const origin = headers.get("origin");
  return origin !== null && isAllowedOrigin(origin, rules) ? origin : null;
}

/** CORS for one area: preflights are answered before anybody is asked who they are, errors carry the headers too. */
export function areaCors(rules: () => readonly OriginRule[]) {
  return cors({
    origin: (_origin, c) => allowedOrigin(c.req.raw.headers, rules()),
    credentials: true,
    allowMethods: ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"],
    exposeHeaders: ["ETag", "Idempotency-Replayed", "Retry-After", "X-Request-Id"],
    maxAge: 600,
  });
}
