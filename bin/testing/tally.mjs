import { readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Adds up what passed and what failed over all steps.
 */
export function createTally() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  return {
    sum,

    /** @param {Partial<Counts>} counts */
    add(counts) {
      for (const name of Object.keys(sum)) sum[name] += counts[name] ?? 0;
    },

    /** The last line of a run. */
    line() {
      const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
      return `${sum.passed} passed, ${sum.failed} failed${skipped}`;
    },
  };
}

/**
 * @param {string} file what vitest's JSON reporter wrote
 * @returns {Counts | null} null when it wrote nothing
 */
export function countVitest(file) {
  const report = read(file);
  if (!report) return null;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file what Playwright's JSON reporter wrote
 * @returns {Counts | null} null when it wrote nothing
 */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return null;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
