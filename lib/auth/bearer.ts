import "server-only";
import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { env } from "../env";
import type { SessionKind } from "./sessions";

const ISSUER = "clientele";

type Session = { token: string; expiresAt: Date };

/** A v1 bearer token (HS256): Medusa's claims, and `sid`, the token of the session row that keeps it revocable. */
export function signV1Token(adminId: string, session: Session): Promise<string> {
  return sign({ user_id: adminId, domain: "admin" }, session);
}

/** A v2 bearer token, likewise. `claims` are those that Medusa's second generation has. */
export function signV2Token(
  claims: { actor_type: "user" } & JWTPayload,
  session: Session,
): Promise<string> {
  return sign(claims, session);
}

/**
 * The session behind a bearer token that we signed for an admin and that has not expired: the token of its row and
 * the kind that this row must have. Else null.
 */
export async function verifyBearer(
  token: string,
): Promise<{ sid: string; kind: SessionKind } | null> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      algorithms: ["HS256"],
      issuer: ISSUER,
      audience: "admin",
      requiredClaims: ["exp", "sid"],
    });
    const kind = kindOf(payload);
    return kind && typeof payload.sid === "string" ? { sid: payload.sid, kind } : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** Whether a bearer token looks like one of v2's, good or not: it says by its form who is asking, never who it is. */
export function looksLikeV2(token: string): boolean {
  try {
    return decodeJwt(token).actor_type !== undefined;
  } catch {
    return false;
  }
}

function kindOf({ domain, actor_type: actorType }: JWTPayload): SessionKind | null {
  if (domain === "admin" && actorType === undefined) return "v1_token";
  return actorType === "user" && domain === undefined ? "v2_token" : null;
}

function sign(claims: JWTPayload, { token, expiresAt }: Session): Promise<string> {
  return new SignJWT({ iat: Math.floor(Date.now() / 1000), ...claims, sid: token })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(ISSUER)
    .setAudience("admin")
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(key());
}

function key(): Uint8Array {
  return new TextEncoder().encode(env().CLIENTELE_JWT_SECRET);
}
