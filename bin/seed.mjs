import { fileURLToPath } from "node:url";
import { createLifetime } from "./lifetime.mjs";
import { ensureDependencies } from "./project/dependencies.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { projectRoot } from "./project/root.mjs";
import { refuseOldNode } from "./project/versions.mjs";
import { readArguments } from "./seed/arguments.mjs";
import { confirmAdding } from "./seed/confirm.mjs";
import { reachDatabase } from "./seed/reach-database.mjs";
import { requireRoom } from "./seed/room.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

const DEMO_CUSTOMERS = 2_000;
const DEMO_SEED = 2026;

/**
 * Fills an empty database with made-up customers to look around with, each with its history.
 * @param {{ url: string, log?: (line: string) => void }} options
 */
export async function seedDemo({ url, log }) {
  const { loadCustomers } = await import("./seed/load.mjs");
  await loadCustomers({ url, count: DEMO_CUSTOMERS, seed: DEMO_SEED, keepHistory: true, log });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await seedFromTerminal();

async function seedFromTerminal() {
  const lifetime = createLifetime();
  try {
    refuseOldNode();
    loadDotEnv();
    await seed(readArguments(process.argv.slice(2)), lifetime);
    await lifetime.end(0);
  } catch (error) {
    if (!lifetime.isEnding) reportFailure(error);
    await lifetime.end(1);
  }
}

async function seed({ count, seed, add, yes }, lifetime) {
  const steps = createSteps();
  await confirmAdding({ count, add, yes });
  await steps.run("Checking the dependencies", (say) => ensureDependencies(projectRoot, say));
  const { url, isRunning } = await reachDatabase(steps, lifetime);
  await requireRoom({ url, add });
  if (isRunning) steps.note("Until this is done, whoever uses Clientele there has to wait.");
  const interruption = new AbortController();
  lifetime.beforeEnd(async () => interruption.abort());
  await steps.run("Making up customers", async (log) => {
    const { loadCustomers } = await import("./seed/load.mjs");
    await loadCustomers({ url, count, seed, add, log, signal: interruption.signal });
    log(`Loaded ${count.toLocaleString("en")} customers`);
  });
}
