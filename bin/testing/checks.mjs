import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild } from "../project/next-build.mjs";
import { runCommand } from "../terminal/command.mjs";
import { findChromium } from "./chromium.mjs";
import { findSystemPostgres, startSystemPostgres } from "./system-postgres.mjs";
import { countPlaywright, countVitest } from "./tally.mjs";

/**
 * The checks, in order. Each gives its counts or, counting as one, nothing. `needs` names a check
 * without which it makes no sense.
 * @typedef {object} Check
 * @property {string} name
 * @property {boolean} [fast] needs no database and takes seconds
 * @property {string} [needs]
 * @property {boolean} [speaks] prints for itself
 * @property {(say: (title: string) => void) => Promise<import("./tally.mjs").Counts | void>} run
 */

/**
 * @param {string} root
 * @returns {Check[]}
 */
export function listChecks(root) {
  const reports = mkdtempSync(path.join(os.tmpdir(), "clientele-reports-"));
  const program = (file) => path.join(root, "node_modules", file);
  const node = (args, options = {}) =>
    runCommand(process.execPath, args, { cwd: root, ...options });

  async function vitest(project, { only = [], env = process.env } = {}) {
    const report = path.join(reports, `${project}.json`);
    const args = ["run", `--project=${project}`, "--reporter=default", "--reporter=json", ...only];
    const outcome = await settle(
      node([program("vitest/vitest.mjs"), ...args, `--outputFile.json=${report}`], {
        show: true,
        env,
      }),
    );
    return countsOf(outcome, countVitest(report));
  }

  /** The migrations and the rooms once more, on the PostgreSQL that this system brings. */
  async function vitestOnSystem(say) {
    const found = findSystemPostgres();
    if (!found) return say("No PostgreSQL of the system's own: left out");
    const server = await startSystemPostgres(found.folder);
    try {
      const env = { ...process.env, TEST_SUPERUSER_URL: server.superuserUrl };
      return await vitest("database", { only: ["lib/", "bin/migrate"], env });
    } finally {
      await server.stop();
    }
  }

  async function playwright(say) {
    const report = path.join(reports, "browser.json");
    const env = {
      ...process.env,
      CHROMIUM_PATH: await findChromium(root, say),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const args = [program("@playwright/test/cli.js"), "test", "--reporter=list,json"];
    const outcome = await settle(node(args, { env, show: true }));
    return countsOf(outcome, countPlaywright(report));
  }

  return [
    {
      name: "Format and lint",
      fast: true,
      run: () => node([program("@biomejs/biome/bin/biome"), "ci", "."]),
    },
    {
      name: "Types",
      fast: true,
      async run() {
        await node([program("next/dist/bin/next"), "typegen"]);
        await node([program("typescript/bin/tsc"), "--noEmit"]);
      },
    },
    { name: "Unit and house tests", fast: true, speaks: true, run: () => vitest("fast") },
    { name: "Tests on PostgreSQL", speaks: true, run: () => vitest("database") },
    { name: "Tests on the system's PostgreSQL", speaks: true, run: vitestOnSystem },
    { name: "Build", run: (say) => ensureBuild(root, say) },
    { name: "Browser journeys", needs: "Build", speaks: true, run: playwright },
  ];
}

async function settle(promise) {
  try {
    await promise;
    return null;
  } catch (error) {
    return error;
  }
}

/** A runner that failed although no test did, or that ran no test at all, has itself failed. */
function countsOf(error, counts) {
  if (!counts) throw error ?? new Error("The test runner left no report.");
  const ran = counts.passed + counts.failed;
  if (ran === 0 || (error && counts.failed === 0)) return { ...counts, failed: counts.failed + 1 };
  return counts;
}
