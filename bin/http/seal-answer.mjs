const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};
const ONE_YEAR = 31_536_000;
const PRIVATE = "private, no-store";

/**
 * The headers that every answer carries unless its route says otherwise.
 * @param {{ https: boolean }} site
 */
export function standingHeaders({ https }) {
  if (!https) return ALWAYS;
  return { ...ALWAYS, "Strict-Transport-Security": `max-age=${ONE_YEAR}` };
}

/**
 * Adds them at the last moment, when the answer's own headers stand, so that none is sent twice.
 * @param {import("node:http").ServerResponse} response
 * @param {{ standing: Record<string, string>, requestId: string, path: string }} given
 */
export function sealAnswer(response, { standing, requestId, path }) {
  const writeHead = response.writeHead;
  response.writeHead = function seal(status, ...rest) {
    const own = Object.assign({}, ...rest.filter((part) => part && typeof part === "object"));
    const has = (name) => response.hasHeader(name) || name.toLowerCase() in lowerCased(own);
    for (const [name, value] of Object.entries(standing)) {
      if (!has(name)) response.setHeader(name, value);
    }
    response.setHeader("X-Request-Id", requestId);
    if (!has("Cache-Control") && !path.startsWith("/_next/static/")) {
      response.setHeader("Cache-Control", PRIVATE);
    }
    return writeHead.call(response, status, ...rest);
  };
}

function lowerCased(headers) {
  return Object.fromEntries(Object.keys(headers).map((name) => [name.toLowerCase(), true]));
}
