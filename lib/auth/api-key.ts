import "server-only";
import type { Role } from "../actor";
import { db } from "../db";
import { tokenHash } from "./tokens";

type LiveKey = {
  id: string;
  title: string;
  access: "read" | "write";
  makerId: string;
  makerRole: Role;
  stale: boolean;
};

/** The API token, when it and the admin who made it are good at this moment; notes its use once a minute. */
export async function findApiKey(token: string): Promise<LiveKey | null> {
  const [key] = await db().$queryRaw<LiveKey[]>`
    select k.id, k.title, k.access, a.id as "makerId", a.role as "makerRole",
      coalesce(k.last_used_at < now() - interval '1 minute', true) as stale
    from api_key k join admin a on a.id = k.created_by
    where k.token_hash = ${tokenHash(token)} and k.revoked_at is null and a.deactivated_at is null
      and (k.expires_at is null or k.expires_at > now())`;
  if (!key) return null;
  if (key.stale)
    await db().$executeRaw`update api_key set last_used_at = now() where id = ${key.id}`;
  return key;
}
