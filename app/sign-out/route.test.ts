import { expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nothing";
  process.env.AUTH_SECRET = "test-secret-for-browser-sessions-000";
  process.env.CLIENTELE_URL = "http://localhost:3000";
  process.env.CLIENTELE_JWT_SECRET = "test-secret-for-bearer-tokens-00000";
});

const leave = async (cookie: string) => {
  const { POST } = await import("./route");
  const headers = { cookie, origin: "http://localhost:3000" };
  return POST(new Request("http://localhost:3000/sign-out", { method: "POST", headers }));
};

it("clears the browser even when the database is away, and answers that it is not done", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { sealSession, SESSION_COOKIE } = await import("@/lib/auth/cookies");
  const answer = await leave(`${SESSION_COOKIE}=${await sealSession("a-token")}`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("set-cookie")).toMatch(/^clientele\.session=;.*Max-Age=0/i);
  expect(answer.headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(answer.headers.get("x-clientele-cleared")).toBe("1");
  expect(answer.headers.get("location")).toBeNull();
});

it("leads to the sign-in page when there is no session to end", async () => {
  const answer = await leave("");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
});
