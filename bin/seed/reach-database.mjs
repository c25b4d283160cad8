import path from "node:path";
import { prepareDataFolder } from "../data/folder.mjs";
import { takeLock } from "../data/lock.mjs";
import { openDatabase } from "../database.mjs";
import { readSettings } from "../settings.mjs";

/**
 * Reaches the database that `npm start` would use, started for the while if it is the built-in one
 * and not running, and brought to the newest form.
 * @param {ReturnType<typeof import("../terminal/steps.mjs").createSteps>} steps
 * @param {ReturnType<typeof import("../lifetime.mjs").createLifetime>} lifetime
 * @returns {Promise<{ url: string, isRunning: boolean }>} `isRunning` when others may be at work there
 */
export async function reachDatabase(steps, lifetime) {
  const database = await steps.run("Starting the database", async (say) => {
    const reached = await reach(steps, lifetime);
    say(reached.isRunning ? "Database reached" : "Database started");
    return reached;
  });
  await steps.run("Migrating the database", async (say) => {
    const { migrate } = await import("../migrate.mjs");
    const { applied } = await migrate({ url: database.url, log: say });
    say(applied.length > 0 ? `Database migrated (${applied.length} new)` : "Database up to date");
  });
  return database;
}

async function reach(steps, lifetime) {
  const { databaseUrl, dataDir: folder } = readSettings(process.env);
  const dataDir = databaseUrl ? folder : prepareDataFolder(folder);
  if (!databaseUrl) {
    const lock = await takeLock(path.join(dataDir, "clientele.lock"), { command: commandName() });
    if (lock.holder) return { url: await urlOfRunning(dataDir), isRunning: true };
  }
  const onLost = (reason) => {
    if (lifetime.isEnding) return;
    console.error(`The database is gone and could not be started again: ${reason}.`);
    lifetime.end(1);
  };
  const opened = await openDatabase({ databaseUrl, dataDir, log: steps.note, onLost });
  lifetime.beforeEnd(opened.stop);
  return { url: opened.url, isRunning: Boolean(databaseUrl) };
}

/** As it was typed, for whoever finds the data folder taken. */
function commandName() {
  return `npm run ${path.basename(process.argv[1] ?? "", ".mjs")}`;
}

async function urlOfRunning(dataDir) {
  const { connectionUrls, readAccess } = await import("../postgres/access.mjs");
  return connectionUrls(readAccess(dataDir)).url;
}
