const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that carries a cookie may change something: it must come from a page of ours.
 * `Origin` must be one of ours exactly (scheme, host, port); without one the browser must say same-origin.
 * A page that sends no referrer sends `null` for its origin, which says as little as none.
 * Next's own check lets a missing Origin through and compares hosts only.
 */
export function isOwnOrigin(method: string, headers: Headers, origins: readonly string[]): boolean {
  if (SAFE.has(method)) return true;
  const origin = headers.get("origin");
  if (origin !== null && origin !== "null")
    return origins.includes(origin) || isLoopbackSelf(origin, headers.get("host"), origins);
  return headers.get("sec-fetch-site") === "same-origin";
}

/** On the machine itself the desk answers under each loopback name, whichever was typed. */
function isLoopbackSelf(origin: string, host: string | null, origins: readonly string[]): boolean {
  if (!origins.some((own) => LOOPBACK.test(new URL(own).hostname))) return false;
  return origin === `http://${host}` && LOOPBACK.test(new URL(origin).hostname);
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
