import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { countPlaywright, countVitest, createTally } from "./tally.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "clientele-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("the last line names what was skipped only when something was", () => {
  const tally = createTally();
  tally.add({ passed: 1 });
  tally.add({ passed: 2, failed: 1 });
  expect(tally.line()).toBe("3 passed, 1 failed");
  tally.add({ skipped: 2 });
  expect(tally.line()).toBe("3 passed, 1 failed, 2 skipped");
});

it("a test file that could not even be read counts as failed", () => {
  const file = report({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
    ],
  });
  expect(countVitest(file)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

it("browser journeys are counted, errors outside them too", () => {
  const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 1 };
  const file = report({ stats, errors: [{}] });
  expect(countPlaywright(file)).toEqual({ passed: 6, failed: 3, skipped: 1 });
});

it("a missing report is no report", () => {
  expect(countVitest(path.join(folder, "none.json"))).toBeNull();
});

function report(content: object) {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
