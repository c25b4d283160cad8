import { isJson } from "../content-type";
import { env } from "../env";
import { isOwnOrigin } from "./origin";

/**
 * Whether a request may change something by its cookie: it comes from a page of ours or of the allowed origin, or
 * from a script that keeps cookies and is no browser, where the credential is one that such scripts use.
 */
export function mayWriteByCookie(
  { method, headers }: Request,
  allowedOrigin: string | null | undefined,
  { scripts }: { scripts: boolean },
): boolean {
  const origins = [...env().CLIENTELE_URL, ...(allowedOrigin ? [allowedOrigin] : [])];
  return isOwnOrigin(method, headers, origins) || (scripts && isNoBrowser(method, headers));
}

/**
 * Scripts that keep cookies send neither header, while every browser sends one with a write. Belt and braces for a
 * browser that does not: the request must be one that no page may send to another site without a preflight.
 */
function isNoBrowser(method: string, headers: Headers): boolean {
  if (headers.has("origin") || headers.has("sec-fetch-site")) return false;
  return method !== "POST" || isJson(headers.get("content-type"));
}
