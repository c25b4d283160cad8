import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createLifetime } from "./lifetime.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { reachDatabase } from "./seed/reach-database.mjs";
import { readSettings } from "./settings.mjs";
import { Refusal } from "./terminal/refusal.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

const USAGE =
  "npm run reset-password -- jane@example.com   makes a link to a new password for this admin";
const MINUTES = 30;

/**
 * Makes the one link by which an active admin sets a new password, as the mail of a forgotten one does; an older link
 * is void by it. Throws a Refusal that names the active owners when there is no such admin.
 * @param {{ url: string, publicUrl: URL, email: string }} options
 * @returns {Promise<string>}
 */
export async function resetLink({ url, publicUrl, email }) {
  const { connect } = await import("./postgres/connect.mjs");
  const client = await connect(url);
  try {
    const token = randomBytes(32).toString("hex");
    const { rowCount } = await client.query(
      `insert into admin_reset (admin_id, token_hash, credential_version, expires_at)
       select id, $2, credential_version, now() + $3 * interval '1 minute' from admin
       where email = $1 and deactivated_at is null
       on conflict (admin_id) do update set token_hash = excluded.token_hash,
         expires_at = excluded.expires_at, credential_version = excluded.credential_version`,
      [normal(email), createHash("sha256").update(token).digest("hex"), MINUTES],
    );
    if (rowCount === 0) throw await noSuchAdmin(client, email);
    return new URL(`/new-password?token=${token}`, publicUrl).href;
  } finally {
    await client.end();
  }
}

async function noSuchAdmin(client, email) {
  const { rows } = await client.query(
    "select email from admin where role = 'owner' and deactivated_at is null order by created_at limit 5",
  );
  const owners = rows.map((row) => row.email).join(", ");
  return new Refusal(
    owners
      ? `No active admin has the address ${email}. Owners: ${owners}.`
      : "There is no owner yet: npm start shows the link that makes the first account.",
  );
}

/** As the application stores an address; a domain of another script is typed in its ASCII form here. */
function normal(email) {
  return email.trim().normalize("NFC").toLowerCase().normalize("NFC").replaceAll("\0", "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await resetFromTerminal();

async function resetFromTerminal() {
  const lifetime = createLifetime();
  const steps = createSteps();
  try {
    const [email, ...rest] = process.argv.slice(2);
    if (!email?.includes("@") || rest.length > 0)
      throw new Refusal(`Say whose password.\n\n${USAGE}`);
    loadDotEnv();
    const [publicUrl] = readSettings(process.env).publicUrls;
    const { url } = await reachDatabase(steps, lifetime);
    const link = await resetLink({ url, publicUrl, email });
    console.log(
      `\n  Choose a new password here, while Clientele runs; the link works once, for ${MINUTES} minutes:\n  ${link}\n`,
    );
    await lifetime.end(0);
  } catch (error) {
    if (!lifetime.isEnding) reportFailure(error);
    await lifetime.end(1);
  }
}
