/**
 * Opens the database: the one that DATABASE_URL names, else the built-in server. Packages are
 * loaded only here, since they may have been installed a moment ago.
 * @param {{
 *   databaseUrl: string | undefined,
 *   dataDir: string,
 *   log: (line: string) => void,
 *   onLost: (reason: string) => void,
 * }} options
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>}
 */
export async function openDatabase({ databaseUrl, dataDir, log, onLost }) {
  if (databaseUrl) {
    const { checkExternal } = await import("./postgres/external.mjs");
    const version = await checkExternal(databaseUrl);
    return { url: databaseUrl, version, stop: async () => {} };
  }
  const { startPostgres } = await import("./postgres/start.mjs");
  return startPostgres({ dataDir, log, onLost });
}

/**
 * Fills a database that holds no customers with made-up ones.
 * @param {string} url
 * @param {(line: string) => void} say
 */
export async function seedIfEmpty(url, say) {
  const { connect } = await import("./postgres/connect.mjs");
  const client = await connect(url);
  const { rowCount } = await client.query("select 1 from customer limit 1");
  await client.end();
  if (rowCount) return say("There are customers already");
  say("Making up customers");
  const { seedDemo } = await import("./seed.mjs");
  await seedDemo({ url, log: say });
  say("Made up customers");
}
