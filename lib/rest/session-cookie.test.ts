import { afterEach, describe, expect, it, vi } from "vitest";

const secrets = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:9/nothing",
  AUTH_SECRET: "test-secret-for-browser-sessions-000",
  CLIENTELE_JWT_SECRET: "test-secret-for-bearer-tokens-00000",
};

/** The cookie rules of a shop with these settings, which are read once. */
async function rules(env: Record<string, string>) {
  vi.resetModules();
  vi.stubEnv("CLIENTELE_ADMIN_CORS", "");
  for (const [name, value] of Object.entries({ ...secrets, ...env })) vi.stubEnv(name, value);
  return import("./session-cookie");
}
afterEach(() => vi.unstubAllEnvs());

const started = (kind: string) => ({
  value: "abc",
  expiresAt: new Date(Date.now() + 36_000_000),
  v1: kind === "v1_cookie",
});
const HTTPS = { CLIENTELE_URL: "https://customers.example.com" };
const HTTP = { CLIENTELE_URL: "http://localhost:3000" };

describe("the session cookie", () => {
  it("is Secure and Lax where the shop has an https address", async () => {
    const { sessionCookie, noSessionCookie } = await rules(HTTPS);
    for (const kind of ["v1_cookie", "v2_cookie"])
      expect(sessionCookie(started(kind), new Headers())).toMatch(
        /^connect\.sid=abc; Max-Age=(35999|36000); Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    expect(noSessionCookie(new Headers())).toBe(
      "connect.sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });

  it("is None in v1 where other origins are allowed, in v2 only for a page of another site", async () => {
    const env = { ...HTTPS, CLIENTELE_ADMIN_CORS: "https://desk.example.org" };
    const { sessionCookie, noSessionCookie } = await rules(env);
    const sameSite = (kind: string, headers = {}) =>
      /SameSite=(\w+)/.exec(sessionCookie(started(kind), new Headers(headers)))?.[1];
    expect(sameSite("v1_cookie")).toBe("None");
    expect(sameSite("v2_cookie")).toBe("Lax");
    const samePage = { origin: "https://app.example.com", "sec-fetch-site": "same-site" };
    expect(sameSite("v2_cookie", samePage)).toBe("Lax");
    const otherSite = { origin: "https://desk.example.org", "sec-fetch-site": "cross-site" };
    expect(sameSite("v2_cookie", otherSite)).toBe("None");
    expect(sameSite("v2_cookie", { origin: "https://desk.example.org" })).toBe("None");
    expect(sameSite("v2_cookie", { origin: HTTPS.CLIENTELE_URL })).toBe("Lax");
    expect(noSessionCookie(new Headers(otherSite))).toContain("Secure; SameSite=None");
  });

  it("over plain http is Lax and not Secure, or the browser would drop it", async () => {
    const { sessionCookie } = await rules(HTTP);
    for (const kind of ["v1_cookie", "v2_cookie"])
      expect(sessionCookie(started(kind), new Headers())).toMatch(/; HttpOnly; SameSite=Lax$/);
  });
});

describe("a sign-in whose cookie the browser would throw away", () => {
  const refusal = (message: string) =>
    expect.objectContaining({ status: 400, message: expect.stringContaining(message) });

  it("over plain http is refused with the reason and the way out, and a line in the log", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { requireCookieCanBeSet } = await rules(HTTPS);
    const over = (proto: string) => () =>
      requireCookieCanBeSet(new Headers({ "x-clientele-proto": proto }));
    expect(over("http")).toThrow(refusal("TRUSTED_PROXIES=1"));
    expect(log.mock.calls.join()).toContain("https://customers.example.com");
    expect(over("https")).not.toThrow();
    log.mockRestore();
  });

  it("from another site's page over plain http is refused likewise; from another port it is not", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { requireCookieCanBeSet } = await rules(HTTP);
    const from = (site: string, origin: string) => () =>
      requireCookieCanBeSet(new Headers({ "sec-fetch-site": site, origin }));
    expect(from("cross-site", "http://127.0.0.1:5173")).toThrow(refusal("http://127.0.0.1:5173"));
    expect(log.mock.calls.join()).toContain("Sign-in refused");
    expect(from("same-site", "http://localhost:5173")).not.toThrow();
    log.mockRestore();
  });

  it("is told in the log once a minute at most, however often strangers try", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    log.mockClear();
    const { requireCookieCanBeSet } = await rules(HTTP);
    for (let n = 0; n < 50; n++) {
      const origin = `https://${n}.example.org`;
      const headers = new Headers({ "sec-fetch-site": "cross-site", origin });
      expect(() => requireCookieCanBeSet(headers)).toThrow("cannot be set");
    }
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
