import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSecrets } from "./secrets.mjs";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "clientele-secrets-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const long = "kPq7-2Zr9_Xw4-Vb6n-Tc1m-Hs8d-Jf5g";

describe("secrets", () => {
  it("are made once, differ, and are private", () => {
    const first = loadSecrets({ dataDir, env: {} });
    expect(loadSecrets({ dataDir, env: {} })).toEqual(first);
    expect(first.authSecret).toHaveLength(43);
    expect(first.authSecret).not.toBe(first.jwtSecret);
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("come from the environment first", () => {
    const { authSecret, jwtSecret } = loadSecrets({ dataDir, env: { AUTH_SECRET: long } });
    expect(authSecret).toBe(long);
    expect(jwtSecret).toHaveLength(43);
  });

  it("leave no file behind when the environment has both", () => {
    loadSecrets({ dataDir, env: { AUTH_SECRET: long, CLIENTELE_JWT_SECRET: long } });
    expect(() => statSync(path.join(dataDir, "secrets.json"))).toThrow();
  });

  it.each([
    "changeme",
    "secret",
    "short",
    "please-change-me-please-change-me-please",
    "your-secret-your-secret-your-secret",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "secretsecretsecretsecretsecretsecretsecret",
  ])("refuse %s", (AUTH_SECRET) => {
    expect(() => loadSecrets({ dataDir, env: { AUTH_SECRET } })).toThrow(/^AUTH_SECRET is/);
  });

  it("say that a damaged file is damaged", () => {
    const file = path.join(dataDir, "secrets.json");
    loadSecrets({ dataDir, env: {} });
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 40));
    expect(() => loadSecrets({ dataDir, env: {} })).toThrow(/is damaged/);
  });
});
