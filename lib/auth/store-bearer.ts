import "server-only";
import { errors, jwtVerify, SignJWT } from "jose";
import { env } from "../env";

const ISSUER = "clientele";
const AUDIENCE = "store";

/** A customer's bearer token (HS256): Medusa's claims, and `sid`, the token of the session row that keeps it revocable. */
export async function signStoreToken(
  customerId: string,
  sid: string,
  expiresAt: Date,
): Promise<string> {
  return new SignJWT({ customer_id: customerId, domain: "store", sid })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(key());
}

/** The session token inside a customer's bearer token that we signed and that has not expired, else null. */
export async function verifyStoreToken(token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      algorithms: ["HS256"],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ["exp", "sid"],
    });
    return payload.domain === "store" && typeof payload.sid === "string" ? payload.sid : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function key(): Uint8Array {
  return new TextEncoder().encode(env().CLIENTELE_JWT_SECRET);
}
