import { describe, expect, it, vi } from "vitest";
import { anAdminWithPassword, call, client, PASSWORD } from "../testing/rest-client";

const DESK = "https://desk.example.com";
const SIGN_IN = "https://sign-in.example.org";
vi.hoisted(() => {
  process.env.CLIENTELE_ADMIN_CORS = "https://desk.example.com";
  process.env.CLIENTELE_AUTH_CORS =
    "https://sign-in.example.org, /^https:\\/\\/pr-\\d+\\.example\\.net$/";
});

const preflight = (path: string, origin: string) =>
  call(path, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,x-medusa-locale,authorization",
    },
  });

describe("each area has its own list of origins", () => {
  it.each([
    ["/admin/customers", DESK, SIGN_IN],
    ["/v1/admin/customers", DESK, SIGN_IN],
    ["/v2/admin/users/me", DESK, SIGN_IN],
    ["/auth/session", SIGN_IN, DESK],
    ["/auth/nothing", "https://pr-7.example.net", DESK],
    ["/v2/auth/user/emailpass", SIGN_IN, DESK],
  ])("a preflight of %s is answered to %s and not to %s", async (path, friend, stranger) => {
    const { status, text, headers } = await preflight(path, friend);
    expect([status, text]).toEqual([204, ""]);
    expect(headers.get("access-control-allow-origin")).toBe(friend);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("access-control-allow-methods")).toBe("GET,HEAD,PUT,PATCH,POST,DELETE");
    expect(headers.get("access-control-allow-headers")).toBe(
      "content-type,x-medusa-locale,authorization",
    );
    expect(headers.get("vary")).toBe("Origin, Access-Control-Request-Headers");
    const other = await preflight(path, stranger);
    expect([other.status, other.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  it("the answers of /auth carry the headers, refusals among them", async () => {
    const { email } = await anAdminWithPassword();
    const headers = { origin: SIGN_IN };
    const logIn = (password: string, path = "/auth/user/emailpass") =>
      call(path, { body: { email, password }, headers });
    for (const [answer, status] of [
      [await logIn(PASSWORD), 200],
      [await logIn("wrong"), 401],
      [await logIn(PASSWORD, "/auth/user/google"), 400],
      [await call("/auth/nothing", { headers }), 404],
      [await call("/auth/session", { method: "POST", headers }), 401],
    ] as const) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get("access-control-allow-origin")).toBe(SIGN_IN);
      expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
      expect(answer.headers.get("vary")).toContain("Origin");
    }
  });

  it("a page may write with the session's cookie only where its area lets it", async () => {
    const { email } = await anAdminWithPassword();
    const { token } = (await call("/auth/user/emailpass", { body: { email, password: PASSWORD } }))
      .body;
    const opened = await call("/auth/session", {
      body: {},
      headers: { authorization: `Bearer ${token}` },
    });
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const write = (path: string, method: string, origin: string) =>
      call(path, { method, body: {}, headers: { cookie, origin } });
    expect((await write("/admin/api-keys", "POST", SIGN_IN)).status).toBe(403);
    expect((await write("/admin/api-keys", "POST", DESK)).status).toBe(400);
    expect((await write("/auth/session", "DELETE", DESK)).status).toBe(403);
    expect((await write("/auth/session", "DELETE", SIGN_IN)).status).toBe(200);
  });

  it("does not stand in the way of a request that no page sent", async () => {
    const api = await client();
    const answer = await api.get("/admin/customers");
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, null]);
  });
});
