import { type Answer, call, PASSWORD, someEmail } from "./rest-client";

type Init = { method?: string; body?: unknown; headers?: Record<string, string> };

/** A new customer of the shop with an account, who calls by cookie or, when asked for, by token. */
export async function aShopper(fields: object = {}, by: "cookie" | "token" = "cookie") {
  const email = someEmail();
  const input = { email, password: PASSWORD, first_name: "Jane", last_name: "Doe", ...fields };
  const signedUp = await call("/store/customers", { body: input });
  const headers: Record<string, string> =
    by === "cookie" ? { cookie: cookieOf(signedUp) } : bearer(await storeToken(email));
  return {
    id: signedUp.body.customer.id as string,
    email,
    headers,
    send: (path: string, init: Init = {}) =>
      call(path, { ...init, headers: { ...headers, ...init.headers } }),
  };
}

/** The cookie that an answer sets, as a client sends it back. */
export function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** What POST /store/auth/token answers for this customer. */
export async function storeToken(email: string, password = PASSWORD): Promise<string> {
  return (await call("/store/auth/token", { body: { email, password } })).body.access_token;
}
