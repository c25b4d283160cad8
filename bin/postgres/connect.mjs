import pg from "pg";

/**
 * One plain connection, which the caller ends.
 * @param {string} url
 * @param {import("pg").ClientConfig} [options]
 */
export async function connect(url, options = {}) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "clientele launcher",
    ...options,
  });
  // A connection that breaks while idle says so by an event; the next query reports it.
  client.on("error", () => {});
  await client.connect();
  return client;
}
