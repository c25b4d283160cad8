import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeVersions } from "../bin/project/versions.mjs";
import { compareVersions, versionFault } from "./floor";
import floor from "./floor.json";

type Lock = { packages: Record<string, { version?: string }> };

/** Every version that the lock file installs of a package, nested ones too. */
function installed(lock: Lock, name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? "");
}

function faultsOf(lock: Lock): string[] {
  return Object.entries(floor.packages).flatMap(([name, rule]) =>
    installed(lock, name)
      .filter((version) =>
        "exactly" in rule ? version !== rule.exactly : compareVersions(version, rule.least) < 0,
      )
      .map((version) => `${name} ${version}: ${rule.why}`),
  );
}

describe("package-lock.json", () => {
  const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

  it("installs nothing below the floor", () => {
    expect(faultsOf(lock)).toEqual([]);
    expect(installed(lock, "next")).toHaveLength(1);
  });

  it("would be refused with an older Next, also a nested one, or another next-auth", () => {
    const doctored = {
      packages: {
        "node_modules/next": { version: "16.4.4" },
        "node_modules/x/node_modules/next": { version: "16.3.8" },
        "node_modules/next-auth": { version: "5.0.0-beta.33" },
        "node_modules/next-intl": { version: "1.0.0" },
      },
    };
    expect(faultsOf(doctored)).toHaveLength(3);
  });
});

describe("versionFault", () => {
  it.each([
    ["Node", "20.20.2", /has ended/],
    ["Node", "22.23.3", /22\.23\.4/],
    ["Node", "22.23.4", null],
    ["Node", "28.0.0", null],
    ["Next", "16.4.4", /16\.4\.5/],
    ["Next", "16.4.6", null],
    ["PostgreSQL", "14.22", /has ended/],
    ["PostgreSQL", "15.18", /15\.19/],
    ["PostgreSQL", "15.20", null],
    ["PostgreSQL", "18.4", /18\.6/],
    ["PostgreSQL", "18.10", null],
  ] as const)("of %s %s", (part, version, fault) => {
    if (fault) expect(versionFault(part, version)).toMatch(fault);
    else expect(versionFault(part, version)).toBeNull();
  });

  it("is what the start line says", () => {
    for (const version of ["15.18", "15.20", "17.10", "18.4", "18.6"]) {
      const { warnings } = describeVersions(process.cwd(), version);
      expect(warnings.filter((w) => w.startsWith("PostgreSQL"))).toEqual(
        [versionFault("PostgreSQL", version)].filter(Boolean),
      );
    }
  });
});
