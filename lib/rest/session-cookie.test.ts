import { describe, expect, it, vi } from "vitest";
import { noSessionCookie, requireCookieCanBeSet, sessionCookie } from "./session-cookie";

vi.hoisted(() => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nothing";
  process.env.AUTH_SECRET = "test-secret-for-browser-sessions-000";
  process.env.CLIENTELE_JWT_SECRET = "test-secret-for-bearer-tokens-00000";
  process.env.CLIENTELE_URL = "https://customers.example.com";
});

describe("the session cookie of a shop with an https address", () => {
  it("is Secure and Lax", () => {
    const cookie = sessionCookie("abc", new Date(Date.now() + 36_000_000));
    expect(cookie).toMatch(
      /^connect\.sid=abc; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(noSessionCookie()).toBe(
      "connect.sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });

  it("is refused over plain http with the reason and the way out, and a line in the log", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const over = (proto: string) => () =>
      requireCookieCanBeSet(new Headers({ "x-clientele-proto": proto }));
    expect(over("http")).toThrow(
      expect.objectContaining({
        status: 400,
        message: expect.stringContaining("TRUSTED_PROXIES=1"),
      }),
    );
    expect(log.mock.calls.join()).toContain("https://customers.example.com");
    expect(over("https")).not.toThrow();
    log.mockRestore();
  });
});
