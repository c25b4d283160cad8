import { z } from "zod";
import type { LiveSession } from "../../auth/sessions";
import { userIdWire } from "./user-id";

const seconds = z.int().describe("Seconds since 1970.");

/** What a bearer token says of whoever holds it. */
export const claimsShape = z
  .strictObject({
    actor_id: z.string(),
    actor_type: z.literal("user"),
    auth_identity_id: z.string(),
    auth_provider: z.literal("emailpass"),
    app_metadata: z.strictObject({ user_id: z.string() }),
    user_metadata: z.strictObject({}),
    mfa_enabled: z.literal(false),
    mfa_challenge_completed_at: z.null(),
    iat: seconds,
    exp: seconds,
  })
  .meta({ id: "Claims" });

export function claimsOf({
  admin,
  startedAt,
  expiresAt,
}: LiveSession): z.output<typeof claimsShape> {
  const id = userIdWire(admin.id);
  return {
    actor_id: id,
    actor_type: "user",
    auth_identity_id: admin.id.replace(/^usr_/, "authid_"),
    auth_provider: "emailpass",
    app_metadata: { user_id: id },
    user_metadata: {},
    mfa_enabled: false,
    mfa_challenge_completed_at: null,
    iat: Math.floor(startedAt.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
  };
}
