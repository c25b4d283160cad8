import { mkdirSync } from "node:fs";
import path from "node:path";
import { prepareDataFolder, unsafePlace } from "./data/folder.mjs";
import { takeLock } from "./data/lock.mjs";
import { refuseBusyPort } from "./http/listen.mjs";
import { createLifetime } from "./lifetime.mjs";
import { freePort } from "./postgres/port.mjs";
import { ensureDependencies } from "./project/dependencies.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { ensureBuild } from "./project/next-build.mjs";
import { ensurePrismaClient } from "./project/prisma-client.mjs";
import { projectRoot } from "./project/root.mjs";
import { describeVersions, refuseOldNode } from "./project/versions.mjs";
import { loadSecrets } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";
import { Refusal } from "./terminal/refusal.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

const USAGE = `npm start              build what changed, start the database, serve
npm start -- --demo    also fill an empty database with made-up customers
npm run dev            the same in watch mode`;

const steps = createSteps();
const lifetime = createLifetime();

try {
  await start(readArguments(process.argv.slice(2)));
} catch (error) {
  reportFailure(error);
  await lifetime.end(1);
}

async function start({ demo, dev }) {
  refuseOldNode();
  loadDotEnv();
  const settings = readSettings(process.env);
  const dataDir = prepareDataFolder(settings.dataDir);
  const secrets = loadSecrets({ dataDir });
  await claim(dataDir, settings);

  await steps.run("Checking dependencies", (say) => ensureDependencies(projectRoot, say));
  await steps.run("Checking the database client", (say) => ensurePrismaClient(projectRoot, say));
  if (!dev) await steps.run("Checking the build", (say) => ensureBuild(projectRoot, say));

  const database = await steps.run("Starting the database", (say) =>
    openDatabase(settings, dataDir, say),
  );
  await steps.run("Migrating the database", async (say) => {
    const { migrate } = await import("./migrate.mjs");
    const { applied } = await migrate({ url: database.url, log: steps.later });
    say(applied.length === 0 ? "Database up to date" : `Database migrated (${applied.length} new)`);
  });
  if (demo) await steps.run("Looking for customers", (say) => fillEmpty(database.url, say));

  setEnvironment({ dev, settings, dataDir, secrets, database });
  await steps.run("Starting the application", async (say) => {
    const { serve } = await import("./serve.mjs");
    const server = await serve({ ...settings, dev, root: projectRoot });
    lifetime.beforeEnd(server.stop, () => finishing(server.busy()));
    await server.open();
    say("Application started");
  });
  await welcome(settings, dataDir, database);
}
