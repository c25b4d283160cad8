import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../terminal/refusal.mjs";
import { connect } from "./connect.mjs";

const OLDEST_MAJOR = 15;
const STARTING_UP = "57P03";
const START_PATIENCE_MS = 30_000;

/**
 * Checks that the server named by DATABASE_URL can be used.
 * @param {string} databaseUrl
 * @returns {Promise<string>} its version
 */
export async function checkExternal(databaseUrl) {
  const place = placeOf(databaseUrl);
  const version = await askVersion(databaseUrl, place);
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Refusal(
      `The server at ${place} is PostgreSQL ${version}: Clientele needs ${OLDEST_MAJOR} or newer.`,
    );
  }
  return version;
}

/**
 * Checks that a server can be reached which is named on the command line.
 * @param {string} url
 * @param {string} name what names it, such as `--from`
 */
export async function checkReach(url, name) {
  await askVersion(url, placeOf(url, name), name);
}

async function askVersion(databaseUrl, place, name = "DATABASE_URL") {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    try {
      const client = await connect(databaseUrl, { connectionTimeoutMillis: 5_000 });
      const { rows } = await client.query("show server_version");
      await client.end();
      return rows[0].server_version.split(" ")[0];
    } catch (error) {
      if (error.code !== STARTING_UP || Date.now() > deadline) throw unusable(error, place, name);
      await sleep(500);
    }
  }
}

/** Names the place and never the password. */
function placeOf(databaseUrl, name = "DATABASE_URL") {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Refusal(
      `${name} is not the address of a PostgreSQL database: it looks like postgresql://user:password@host:5432/database.`,
    );
  }
  const host = url.searchParams.get("host") ?? (url.hostname || "localhost");
  const database = url.pathname.slice(1) || url.username;
  return `${host}, port ${url.port || 5432}, database ${database}`;
}

const UNKNOWN_CERTIFICATE =
  "its certificate is signed by nobody known here (sslrootcert=… in the address names the signer)";

const REASONS = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no machine of that name",
  EAI_AGAIN: "the name of the machine could not be looked up",
  ENOENT: "there is no such socket",
  EACCES: "this user may not use that socket",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "the machine cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ECONNRESET: "it closed the connection",
  "28P01": "it refuses the user name or the password",
  28000: "it does not let this user in from here",
  "3D000": "there is no such database",
  42501: "this user may not connect to that database",
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CERTIFICATE,
  53300: "it has no connection to spare",
  "57P03": "it is still starting or shutting down",
};

/** What the driver says without a code. */
const SAID = [
  [/timeout|timed out/i, "it does not answer"],
  [/terminated unexpectedly/i, "it closed the connection"],
  [/does not support SSL/i, "it does not offer the encryption that the address asks for"],
];

function unusable(error, place, name) {
  const code = error.code ?? error.errors?.[0]?.code;
  const reason = REASONS[code] ?? SAID.find(([said]) => said.test(error.message))?.[1];
  return new Refusal(`${name} cannot be used (${place}): ${reason ?? error.message}.`);
}
