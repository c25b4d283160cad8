import { authorizationOf, isSecretKey } from "../auth/authorization";
import { looksLikeV2 } from "../auth/bearer";
import type { Caller, Generation } from "../auth/rest-guard";
import { isJson } from "../content-type";
import { v1 } from "./v1/dialect";
import { v2 } from "./v2/dialect";

export const DIALECTS = { 1: v1, 2: v2 } as const;

/**
 * Which generation answers on a path that both have: the one whose log-in made the credential. A session that
 * serves the clients of both, as the desk's does, leaves it to the marks of the request itself.
 */
export function generationOf({ by, generation, session }: Caller, request: Request): Generation {
  if (by === "cookie" && request.headers.has("x-medusa-locale")) return 2;
  const servesBoth = session?.shared && isBrowser(request.headers);
  if (generation !== null && !servesBoth) return generation;
  return isOldSdk(request) ? 2 : 1;
}

/** 401 in the form that whoever asks can read, with a hint for the one mistake that is often made. */
export function unauthorizedFor(request: Request): Response {
  return hint(request) ?? (speaksV2(request) ? v2 : v1).unauthorized();
}

/** The same under a mount that fixes the second generation. */
export function unauthorizedV2(request: Request): Response {
  return hint(request) ?? v2.unauthorized();
}

/** True when a request shows by its form, not by a good credential, that a client of the second generation sent it. */
export function speaksV2({ headers, url }: Request): boolean {
  const { basic, bearer } = authorizationOf(headers);
  return (
    headers.has("x-medusa-locale") ||
    basic !== undefined ||
    (bearer !== undefined && looksLikeV2(bearer)) ||
    /^\/auth(?:\/|$)/.test(new URL(url).pathname)
  );
}

function hint({ headers }: Request): Response | null {
  if (!isSecretKey(authorizationOf(headers).bearer)) return null;
  const message =
    "A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic authentication instead (Authorization: Basic <secret-api-key>).";
  return Response.json({ message }, { status: 401 });
}

/** Before it had a locale, js-sdk was told in a page by the content type of its GETs, which axios leaves out there. */
function isOldSdk({ method, headers }: Request): boolean {
  return method === "GET" && isJson(headers.get("content-type")) && isBrowser(headers);
}

function isBrowser(headers: Headers): boolean {
  return (
    headers.has("origin") ||
    headers.has("sec-fetch-site") ||
    /^Mozilla\//.test(headers.get("user-agent") ?? "")
  );
}
