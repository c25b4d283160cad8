import { randomBytes } from "node:crypto";
import { freePort } from "../bin/postgres/port.mjs";
import { databaseOf, rowsIn } from "./database.mjs";
import { runScript, startScript } from "./processes.mjs";

/**
 * Starts Clientele as anybody would, on a database of its own that holds so many customers; an earlier
 * run's is used again.
 * @param {{ customers: number, dataDir: string }} given
 * @returns {Promise<{ url: string, databaseUrl: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startPrepared({ customers, dataDir }) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    PORT: String(port),
    CLIENTELE_DATA_DIR: dataDir,
    CLIENTELE_URL: url,
    CLIENTELE_OWNER_EMAIL: "bench@example.com",
    CLIENTELE_OWNER_PASSWORD: randomBytes(16).toString("hex"),
    DATABASE_URL: "",
  };
  const seed = () => runScript(["bin/seed.mjs", "--customers", String(customers)], env);
  if (!databaseOf(dataDir)) await seed();
  const start = () => startScript(["bin/start.mjs"], env);
  let server = await start();
  if ((await rowsIn(databaseOf(dataDir))) === 0) {
    await server.stop();
    await seed();
    server = await start();
  }
  return { url, databaseUrl: databaseOf(dataDir), ...server };
}
