import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.mjs";

describe("settings", () => {
  it("serve on localhost:3000 when nothing is said", () => {
    const settings = readSettings({});
    expect(settings.port).toBe(3000);
    expect(settings.host).toBeUndefined();
    expect(settings.databaseUrl).toBeUndefined();
    expect(settings.trustedProxies).toBe(0);
    expect(settings.publicUrls.map(String)).toEqual(["http://localhost:3000/"]);
  });

  it("take an empty value for none", () => {
    const settings = readSettings({ PORT: "", DATABASE_URL: " ", CLIENTELE_URL: "" });
    expect(settings.port).toBe(3000);
    expect(settings.databaseUrl).toBeUndefined();
  });

  it("follow the port in the default address", () => {
    expect(readSettings({ PORT: "4310" }).publicUrls[0]?.origin).toBe("http://localhost:4310");
  });

  it("know several public addresses", () => {
    const { publicUrls } = readSettings({
      CLIENTELE_URL: "https://a.example, http://b.example:81",
    });
    expect(publicUrls.map(({ host }) => host)).toEqual(["a.example", "b.example:81"]);
  });

  it.each(["abc", "70000", "-1", "3000.5", "0x10"])("refuse the port %s by name", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/^PORT is/);
  });

  it.each([
    "foo",
    "ftp://a.example",
    "https://a.example/desk",
    "https://u:p@a.example",
    "https://a.example,",
  ])("refuse the address %s", (CLIENTELE_URL) => {
    expect(() => readSettings({ CLIENTELE_URL })).toThrow(/CLIENTELE_URL holds/);
  });
});
