import { describe, expect, it, vi } from "vitest";
import { call } from "../testing/rest-client";

vi.hoisted(() => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nothing";
  process.env.AUTH_SECRET = "test-secret-for-browser-sessions-000";
  process.env.CLIENTELE_JWT_SECRET = "test-secret-for-bearer-tokens-00000";
});

describe("without a database", () => {
  it("answers 503 in JSON with Retry-After and no word of what is inside", async () => {
    for (const answer of [
      await call("/admin/customers", { headers: { "x-medusa-access-token": "sk_1" } }),
      await call("/admin/customers", { headers: { cookie: "connect.sid=1" } }),
      await call("/admin/auth", { body: { email: "a@example.com", password: "x" } }),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.body).toEqual({
        type: "unavailable",
        message: "The database does not answer. Nothing was lost; try again.",
      });
      expect(answer.headers.get("retry-after")).toBe("2");
    }
  });

  it("still refuses who shows nothing, without asking it", async () => {
    expect((await call("/admin/customers")).status).toBe(401);
  });

  it("is not ready", async () => {
    const { isReady } = await import("../readiness");
    expect(await isReady()).toBe(false);
  });
});
