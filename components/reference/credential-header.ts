/** Which kind of credential a route is called with in an example. */
export type CredentialKind = "token" | "basic" | "bearer" | "customer" | "none";

type About = { access: string; mount: string };

/** What a route is best called with: a token where one does, a bearer token where it is about one's own session. */
export function credentialKind({ access, mount }: About): CredentialKind {
  if (access === "open") return "none";
  if (access === "customer") return "customer";
  if (access === "own") return "bearer";
  return mount === "v2" ? "basic" : "token";
}

/** The header that carries a credential somebody typed; which kind it is shows by its form. */
export function credentialHeader(typed: string, mount: string): Record<string, string> {
  const token = typed.trim();
  if (!token) return {};
  if (!token.startsWith("sk_"))
    return { authorization: `Bearer ${token.replace(/^Bearer /i, "")}` };
  return mount === "v2"
    ? { authorization: `Basic ${btoa(`${token}:`)}` }
    : { "x-medusa-access-token": token };
}
