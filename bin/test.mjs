import { createLifetime } from "./lifetime.mjs";
import { ensureDependencies } from "./project/dependencies.mjs";
import { ensurePrismaClient } from "./project/prisma-client.mjs";
import { projectRoot } from "./project/root.mjs";
import { refuseOldNode } from "./project/versions.mjs";
import { Refusal } from "./terminal/refusal.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";
import { listChecks } from "./testing/checks.mjs";
import { createTally } from "./testing/tally.mjs";

const fastOnly = process.argv.includes("--fast");
const steps = createSteps();
const lifetime = createLifetime();
const tally = createTally();
const failed = new Set();

const isPrepared =
  (await runCheck({ name: "Dependencies", run: prepareDependencies })) &&
  (await runCheck({ name: "Database client", run: prepareClient }));
if (isPrepared) {
  for (const check of listChecks(projectRoot)) {
    if (!fastOnly || check.fast) await runCheck(check);
  }
}
console.log(`\n${tally.line()}`);
await lifetime.end(tally.sum.failed > 0 ? 1 : 0);

async function prepareDependencies(say) {
  refuseOldNode();
  await ensureDependencies(projectRoot, say);
}

async function prepareClient(say) {
  await ensurePrismaClient(projectRoot, say);
}

async function runCheck({ name, needs, speaks, run }) {
  if (needs && failed.has(needs)) {
    steps.note(`${name}: left out, since "${needs}" failed.`);
    tally.add({ skipped: 1 });
    return false;
  }
  try {
    tally.add(await steps.run(name, (say) => count(name, run, say), { speaks }));
    return true;
  } catch (error) {
    if (lifetime.isEnding) await new Promise(() => {});
    reportFailure(error);
    tally.add(error.counts ?? { failed: 1 });
    failed.add(name);
    return false;
  }
}

async function count(name, run, say) {
  const counts = await run(say);
  if (typeof counts !== "object") return { passed: 1 };
  const { passed, failed: faults } = counts;
  say(`${name}: ${passed} passed${faults > 0 ? `, ${faults} failed` : ""}`);
  if (faults === 0) return counts;
  throw Object.assign(new Refusal(`${name}: ${faults} failed, see above.`), { counts });
}
