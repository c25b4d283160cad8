/**
 * What the application finds in its environment. It must stand before Next is loaded.
 * @param {{
 *   dev: boolean,
 *   settings: import("./settings.mjs").Settings,
 *   dataDir: string,
 *   secrets: { authSecret: string, jwtSecret: string },
 *   database: { url: string },
 * }} given
 * @returns {Record<string, string>}
 */
export function applicationEnvironment({ dev, settings, dataDir, secrets, database }) {
  const [publicUrl] = settings.publicUrls;
  return {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
    AUTH_SECRET: secrets.authSecret,
    AUTH_URL: publicUrl.origin,
    AUTH_TRUST_HOST: "true",
    CLIENTELE_URL: settings.publicUrls.map(({ origin }) => origin).join(","),
    CLIENTELE_JWT_SECRET: secrets.jwtSecret,
    CLIENTELE_DATA_DIR: dataDir,
  };
}
