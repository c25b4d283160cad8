import "server-only";
import { errors, jwtVerify, SignJWT } from "jose";
import { env } from "../env";
import { keyed } from "./tokens";

export const RESET_MINUTES = 15;

type Account = { id: string; passwordHash: string };

/** A token that may set a new password for 15 minutes, once: its key is made of the present password's hash. */
export async function signResetToken(account: Account): Promise<string> {
  return new SignJWT({ customer_id: account.id })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(`${RESET_MINUTES}m`)
    .sign(keyFor(account));
}

/** Whether the token was made for this account, has not expired, and the password has not been changed since. */
export async function isResetToken(token: string, account: Account): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, keyFor(account), {
      algorithms: ["HS256"],
      requiredClaims: ["exp"],
    });
    return payload.customer_id === account.id;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function keyFor({ id, passwordHash }: Account): Uint8Array {
  return new TextEncoder().encode(keyed(env().CLIENTELE_JWT_SECRET, `reset:${id}:${passwordHash}`));
}
