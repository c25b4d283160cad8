import { z } from "zod";
import type { ApiKey } from "../../team/schema";
import { moment } from "../shapes";
import { userIdWire } from "./user-id";

export const apiKeyShape = z
  .strictObject({
    id: z.string(),
    token: z.string().describe("Empty but in the answer that made the key."),
    redacted: z.string(),
    title: z.string(),
    type: z.literal("secret"),
    last_used_at: moment.nullable(),
    created_by: z.string(),
    revoked_by: z.string().nullable(),
    revoked_at: moment.nullable(),
    created_at: moment,
    updated_at: moment,
    deleted_at: z.null(),
  })
  .meta({ id: "ApiKey" });

export function apiKeyWire(key: ApiKey, token = ""): z.output<typeof apiKeyShape> {
  return {
    id: key.id,
    token,
    redacted: key.redacted,
    title: key.title,
    type: "secret",
    last_used_at: key.lastUsedAt,
    created_by: userIdWire(key.createdBy),
    revoked_by: key.revokedBy && userIdWire(key.revokedBy),
    revoked_at: key.revokedAt,
    created_at: key.createdAt,
    updated_at: key.updatedAt,
    deleted_at: null,
  };
}
