import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { writeOnce } from "./data/write-once.mjs";
import { Refusal } from "./terminal/refusal.mjs";

const SHORTEST = 32;
const FEWEST_DIFFERENT = 10;
const PLACEHOLDER =
  /change.?me|change.?this|replace.?(me|this)|your.?(secret|key|password)|placeholder|example|^(secret|password|default|test)/i;

/**
 * The keys that sessions and API tokens are signed with: from the environment, else made at the
 * first start and kept in the data folder.
 * @param {{ dataDir: string, env?: NodeJS.ProcessEnv }} options
 * @returns {{ authSecret: string, jwtSecret: string }}
 */
export function loadSecrets({ dataDir, env = process.env }) {
  const authSecret = given("AUTH_SECRET", env);
  const jwtSecret = given("CLIENTELE_JWT_SECRET", env);
  if (authSecret && jwtSecret) return { authSecret, jwtSecret };
  const kept = keptSecrets(path.join(dataDir, "secrets.json"));
  return { authSecret: authSecret ?? kept.authSecret, jwtSecret: jwtSecret ?? kept.jwtSecret };
}

function given(name, env) {
  const secret = env[name];
  if (secret === undefined || secret === "") return null;
  const fault = faultOf(secret);
  if (!fault) return secret;
  throw new Refusal(
    `${name} ${fault}: set it to a random value (openssl rand -base64 32), or leave it out and one is made.`,
  );
}

function faultOf(secret) {
  if (secret.length < SHORTEST) return `is shorter than ${SHORTEST} characters`;
  if (PLACEHOLDER.test(secret)) return "is a placeholder";
  if (new Set(secret).size < FEWEST_DIFFERENT) return "is too easy to guess";
  return null;
}

function keptSecrets(file) {
  const kept = read(file) ?? makeSecrets(file);
  for (const name of ["authSecret", "jwtSecret"]) {
    if (typeof kept[name] !== "string" || kept[name].length < SHORTEST) throw damaged(file);
  }
  if (process.platform !== "win32" && statSync(file).mode & 0o077) chmodSync(file, 0o600);
  return kept;
}

/** Two first starts may meet here: the first to write decides for both. */
function makeSecrets(file) {
  const secret = () => randomBytes(32).toString("base64url");
  writeOnce(file, `${JSON.stringify({ authSecret: secret(), jwtSecret: secret() }, null, 2)}\n`);
  return read(file);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw damaged(file);
  }
}

function damaged(file) {
  return new Refusal(
    `The file ${file} is damaged: restore it from a backup, or delete it, which signs everybody out.`,
  );
}
