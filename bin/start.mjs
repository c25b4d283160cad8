import path from "node:path";
import { applicationEnvironment } from "./application-environment.mjs";
import { prepareDataFolder, unsafePlace } from "./data/folder.mjs";
import { describeHolder, takeLock } from "./data/lock.mjs";
import { openDatabase, seedIfEmpty } from "./database.mjs";
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

const USAGE = `npm start              builds what changed, starts the database and serves
npm start -- --demo    also fills an empty database with made-up customers
npm run dev            the same in watch mode`;

const steps = createSteps();
const lifetime = createLifetime({ endsOnFault: !process.argv.includes("--dev") });

try {
  await start(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!lifetime.isEnding) reportFailure(error);
  await lifetime.end(1);
}

async function start({ demo, dev }) {
  refuseOldNode();
  loadDotEnv();
  const settings = await chooseSettings();
  const dataDir = prepareDataFolder(settings.dataDir);
  const secrets = loadSecrets({ dataDir });
  if (!settings.databaseUrl) await claimDataFolder(dataDir, settings.publicUrls[0]);
  await refuseBusyPort(settings);

  await steps.run("Checking the dependencies", (say) => ensureDependencies(projectRoot, say));
  const database = await steps.run("Starting the database", async (say) => {
    const opened = await openDatabase({ ...settings, dataDir, log: steps.note, onLost });
    lifetime.beforeEnd(opened.stop);
    say(settings.databaseUrl ? "Database reached" : "Database started");
    return opened;
  });
  await steps.run("Checking the database client", (say) => ensurePrismaClient(projectRoot, say));
  if (!dev) await steps.run("Checking the build", (say) => ensureBuild(projectRoot, say));
  await steps.run("Migrating the database", async (say) => {
    const { migrate } = await import("./migrate.mjs");
    const { applied, newer } = await migrate({ url: database.url, log: say });
    if (newer.length > 0) steps.note(`The database is of a newer Clientele (${newer.join(", ")}).`);
    say(applied.length > 0 ? `Database migrated (${applied.length} new)` : "Database up to date");
  });
  if (demo) await steps.run("Looking for customers", (say) => seedIfEmpty(database.url, say));
  await steps.run("Starting the application", async (say) => {
    const given = { dev, settings, dataDir, secrets, database };
    Object.assign(process.env, applicationEnvironment(given));
    const { serve } = await import("./serve.mjs");
    const server = await serve({ ...settings, dev, root: projectRoot });
    lifetime.beforeEnd(server.stop);
    await server.open();
    say("Application started");
  });
  lifetime.isUp();
  await welcome({ settings, dataDir, database });
}

function readArguments(words) {
  const unknown = words.filter((word) => word !== "--demo" && word !== "--dev");
  if (unknown.length > 0) throw new Refusal(`"${unknown[0]}" is not known here.\n\n${USAGE}`);
  return { demo: words.includes("--demo"), dev: words.includes("--dev") };
}

async function chooseSettings() {
  const settings = readSettings(process.env);
  if (settings.port !== 0) return settings;
  return readSettings({ ...process.env, PORT: String(await freePort()) });
}

async function claimDataFolder(dataDir, publicUrl) {
  const doubt = unsafePlace(dataDir);
  if (doubt) steps.note(`The data folder ${dataDir} is no safe place for a database: ${doubt}.`);
  const lock = await takeLock(path.join(dataDir, "clientele.lock"), { url: publicUrl.origin });
  if (!lock.holder) return;
  throw new Refusal(describeHolder(lock.holder));
}

function onLost(reason) {
  if (lifetime.isEnding) return;
  console.error(`The database is gone and could not be started again: ${reason}.`);
  lifetime.end(1);
}

async function welcome({ settings, dataDir, database }) {
  const { setupLink } = await import("./setup-link.mjs");
  const [publicUrl] = settings.publicUrls;
  const link = await setupLink({ databaseUrl: database.url, dataDir, publicUrl });
  const { line, warnings } = describeVersions(projectRoot, database.version);
  console.log(`\n  ${line}`);
  for (const warning of warnings) steps.note(warning);
  if (link) console.log(`\n  Make the first account here; the link works once:\n  ${link}`);
  console.log(`\nReady on ${publicUrl.origin}`);
}
