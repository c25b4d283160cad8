/**
 * What an `Authorization` header holds: its first bearer token and its first Basic credential. A header that was
 * sent twice arrives as one, joined by a comma, which neither of the two can contain.
 */
export function authorizationOf(headers: Headers): { bearer?: string; basic?: string } {
  const found: { bearer?: string; basic?: string } = {};
  for (const part of (headers.get("authorization") ?? "").split(",")) {
    const [, scheme = "", value = ""] = /^\s*(bearer|basic)\s+(\S+)\s*$/i.exec(part) ?? [];
    if (/^bearer$/i.test(scheme)) found.bearer ??= value;
    if (/^basic$/i.test(scheme)) found.basic ??= value;
  }
  return found;
}

/** True for a secret API key as it was made here. */
export function isSecretKey(token: string | undefined): token is string {
  return token?.startsWith(SECRET_KEY) ?? false;
}

/** The secret key in a Basic credential: as the user name (with or without the colon), or bare. Else undefined. */
export function secretKeyOf(basic: string | undefined): string | undefined {
  if (basic === undefined || isSecretKey(basic)) return basic;
  const [userName] = Buffer.from(basic, "base64").toString("latin1").split(":");
  return isSecretKey(userName) ? userName : undefined;
}

const SECRET_KEY = "sk_";
