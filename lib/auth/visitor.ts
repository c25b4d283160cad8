import type { Visitor } from "./sessions";

/** Who is asking. The launcher's server sets the address header itself and drops one that was sent. */
export function visitorOf(headers: Headers): Visitor {
  return {
    address: headers.get("x-clientele-address") ?? undefined,
    userAgent: headers.get("user-agent") ?? undefined,
  };
}

/** The value of a cookie by name; the first one when it was sent twice. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
