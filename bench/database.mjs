import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { connectionUrls, readAccess } from "../bin/postgres/access.mjs";
import { connect } from "../bin/postgres/connect.mjs";
import { underChangeSet } from "./change-set.mjs";

/** The address of a data folder's database, or null when there is none yet. */
export function databaseOf(dataDir) {
  if (!existsSync(path.join(dataDir, "postgres.json"))) return null;
  return connectionUrls(readAccess(dataDir)).url;
}

export async function rowsIn(databaseUrl) {
  const client = await connect(databaseUrl);
  const { rows } = await client.query("select count(*)::int as n from customer");
  await client.end();
  return rows[0].n;
}

/** A token for the API that may write. */
export async function makeToken(client) {
  const token = `sk_${randomBytes(32).toString("hex")}`;
  const hash = createHash("sha256").update(token).digest("hex");
  await underChangeSet(client, () =>
    client.query(
      `insert into api_key (id, title, access, token_hash, redacted, created_by)
       select $1, 'Bench', 'write', $2, 'sk_***', id from admin where role = 'owner' limit 1`,
      [`apk_${randomBytes(13).toString("hex")}`, hash],
    ),
  );
  return token;
}

/** Takes away what the runs have made. */
export async function cleanUp(client) {
  await underChangeSet(client, async () => {
    await client.query("delete from customer where email like 'bench-%@example.com'");
    await client.query("update api_key set revoked_at = now() where title = 'Bench'");
  });
}
