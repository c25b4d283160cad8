import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeOnce } from "./data/write-once.mjs";
import { connect } from "./postgres/connect.mjs";

const UNDEFINED_TABLE = "42P01";

/**
 * The one-time link by which the first owner comes in, while nobody has claimed the desk. Only
 * the token's hash goes to the database.
 * @param {{ databaseUrl: string, dataDir: string, publicUrl: URL }} options
 * @returns {Promise<string | null>} null when the desk has its owner
 */
export async function setupLink({ databaseUrl, dataDir, publicUrl }) {
  const file = path.join(dataDir, "setup-token");
  const client = await connect(databaseUrl);
  try {
    const { rowCount } = await client.query("select 1 from setup_claim");
    if (rowCount) {
      rmSync(file, { force: true });
      return null;
    }
    const token = readToken(file) ?? makeToken(file);
    const hash = createHash("sha256").update(token).digest("hex");
    await client.query("insert into setup_token (token_hash) values ($1) on conflict do nothing", [
      hash,
    ]);
    return new URL(`/setup?token=${token}`, publicUrl).href;
  } catch (error) {
    if (error.code === UNDEFINED_TABLE) return null;
    throw error;
  } finally {
    await client.end();
  }
}

function makeToken(file) {
  writeOnce(file, `${randomBytes(32).toString("base64url")}\n`);
  return readToken(file);
}

function readToken(file) {
  try {
    const token = readFileSync(file, "utf8").trim();
    return /^[\w-]{43}$/.test(token) ? token : null;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
