import path from "node:path";
import { projectRoot } from "./project/root.mjs";
import { Refusal } from "./terminal/refusal.mjs";

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string | undefined} host undefined means this machine only
 * @property {URL[]} publicUrls the first is the one that links are made with
 * @property {number} trustedProxies
 * @property {string} dataDir
 * @property {string | undefined} databaseUrl undefined means the built-in server
 */

/**
 * Reads what the environment says about the launcher.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
  const port = readNumber("PORT", env.PORT, { fallback: 3000, highest: 65_535 });
  return {
    port,
    host: env.HOST?.trim() || undefined,
    publicUrls: readUrls(env.CLIENTELE_URL?.trim() || `http://localhost:${port}`),
    trustedProxies: readNumber("TRUSTED_PROXIES", env.TRUSTED_PROXIES, {
      fallback: 0,
      highest: 20,
    }),
    dataDir: path.resolve(projectRoot, env.CLIENTELE_DATA_DIR?.trim() || ".data"),
    databaseUrl: env.DATABASE_URL?.trim() || undefined,
  };
}

function readNumber(name, text, { fallback, highest }) {
  const value = text?.trim();
  if (!value) return fallback;
  if (/^\d+$/.test(value) && Number(value) <= highest) return Number(value);
  throw new Refusal(`${name} is "${value}": it should be a whole number from 0 to ${highest}.`);
}

function readUrls(text) {
  const urls = text.split(",").map((part) => readUrl(part.trim()));
  return urls;
}

function readUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (isWeb && url.pathname === "/" && !url.search && !url.hash && !url.username) return url;
  throw new Refusal(
    `CLIENTELE_URL holds "${text}": it should be an address such as https://customers.example.com, without a path; several are separated by commas.`,
  );
}
