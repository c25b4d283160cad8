import { expect, it } from "vitest";
import { projectRoot } from "./root.mjs";
import { describeVersions, refuseOldNode } from "./versions.mjs";

it.each(["18.20.0", "20.18.9"])("Node %s is refused in one sentence", (version) => {
  expect(() => refuseOldNode(version)).toThrow(/^This is Node .* needs 20\.19\.0/);
});

it.each(["20.19.0", "22.1.0", "24.22.1"])("Node %s may run", (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});

it.each([
  ["18.4", "PostgreSQL 18.4 lacks the security fixes of 18.6."],
  ["15.18", "PostgreSQL 15.18 lacks the security fixes of 15.19."],
])("PostgreSQL %s is warned of", (version, warning) => {
  expect(describeVersions(projectRoot, version).warnings).toContain(warning);
});

it.each(["18.6", "18.10", "17.11", "15.20", "19.0"])("PostgreSQL %s is fine", (version) => {
  const { line, warnings } = describeVersions(projectRoot, version);
  expect(warnings.filter((text) => text.includes("PostgreSQL"))).toEqual([]);
  expect(line).toContain(`PostgreSQL ${version}`);
});
