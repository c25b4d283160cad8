import { MEDUSA_COOKIE } from "./cookies";
import { cookieOf } from "./visitor";

/** What one `connect.sid` holds: the token of an admin's session, of a customer's, or of both. */
export type CookieTokens = { admin?: string; customer?: string };

/** The tokens in the cookie, which has the form `admin`, `.customer` or `admin.customer`. */
export function cookieTokens(headers: Headers): CookieTokens {
  const [admin, customer] = (cookieOf(headers, MEDUSA_COOKIE) ?? "").split(".");
  return { admin: admin || undefined, customer: customer || undefined };
}

/** The cookie's value for these tokens. */
export function cookieValue({ admin = "", customer }: CookieTokens): string {
  return customer ? `${admin}.${customer}` : admin;
}
