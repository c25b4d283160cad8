import { prepareDataFolder } from "./data/folder.mjs";
import { readArguments } from "./import/arguments.mjs";
import { writeFindings } from "./import/report-file.mjs";
import { summarize } from "./import/summary.mjs";
import { createLifetime } from "./lifetime.mjs";
import { ensureDependencies } from "./project/dependencies.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { ensurePrismaClient } from "./project/prisma-client.mjs";
import { loadProgram } from "./project/program.mjs";
import { projectRoot } from "./project/root.mjs";
import { refuseOldNode } from "./project/versions.mjs";
import { loadSecrets } from "./secrets.mjs";
import { reachDatabase } from "./seed/reach-database.mjs";
import { readSettings } from "./settings.mjs";
import { Refusal } from "./terminal/refusal.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

const steps = createSteps();
const lifetime = createLifetime();

try {
  refuseOldNode();
  loadDotEnv();
  await bringAlong(readArguments(process.argv.slice(2)));
  await lifetime.end(0);
} catch (error) {
  if (!lifetime.isEnding) reportFailure(asRefusal(error));
  await lifetime.end(1);
}

async function bringAlong({ from, dryRun }) {
  await steps.run("Checking the dependencies", (say) => ensureDependencies(projectRoot, say));
  await steps.run("Reaching the shop's database", async (say) => {
    const { checkReach } = await import("./postgres/external.mjs");
    await checkReach(from, "--from");
    say("Shop's database reached");
  });
  const dataDir = prepareDataFolder(readSettings(process.env).dataDir);
  const { url } = await reachDatabase(steps, lifetime);
  await steps.run("Checking the database client", (say) => ensurePrismaClient(projectRoot, say));
  const report = await underWay((signal) => importShop({ from, dryRun, url, dataDir, signal }));
  await tell({ report, dryRun, dataDir });
}

/** Being asked to stop, the import ends after what it is writing, before the database is let go. */
async function underWay(work) {
  const interruption = new AbortController();
  const whole = work(interruption.signal);
  lifetime.beforeEnd(async () => {
    interruption.abort();
    await whole.catch(() => {});
  });
  return whole;
}

function importShop({ from, dryRun, url, dataDir, signal }) {
  return steps.run("Bringing the shop along", async (log) => {
    const { authSecret, jwtSecret } = loadSecrets({ dataDir });
    const environment = { DATABASE_URL: url, AUTH_SECRET: authSecret };
    Object.assign(process.env, environment, { CLIENTELE_JWT_SECRET: jwtSecret });
    const { importMedusa } = await loadProgram(projectRoot, "lib/medusa-import/run.ts", log);
    const report = await importMedusa({ from, dryRun, signal, log });
    const brought = report.counts.customers.read.toLocaleString("en");
    log(`${dryRun ? "Looked through" : "Went through"} ${brought} customers`);
    return report;
  });
}

async function tell({ report, dryRun, dataDir }) {
  const { generation, counts, isFinished } = report;
  if (!isFinished) return steps.note("Stopped; the same command goes on from there.");
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  const name = `medusa-${generation}-${time}${dryRun ? "-dry-run" : ""}`;
  const { file, rows } = await writeFindings({ dataDir, name, findings: report.findings() });
  console.log(`\n  Medusa ${generation}${dryRun ? ", as it would be: nothing was written" : ""}\n`);
  console.log(summarize(counts));
  if (rows > 0) {
    const told = rows.toLocaleString("en");
    console.log(`\n  ${told} rows with something to tell, and what it is:\n  ${file}`);
  }
  console.log("");
}

/** A broken rule of the application is a sentence for the reader too. */
function asRefusal(error) {
  return error?.name === "DomainError" ? new Refusal(error.message) : error;
}
