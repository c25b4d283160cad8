import "server-only";
import type { Actor } from "./actor";
import { db } from "./db";
import { requireRight } from "./errors";

/** The version of the PostgreSQL server, such as `18.4`. */
export async function databaseVersion(actor: Actor): Promise<string> {
  requireRight(actor, "read");
  const [row] = await db().$queryRaw<{ version: string }[]>`
    select split_part(current_setting('server_version'), ' ', 1) as version`;
  return row?.version ?? "";
}
