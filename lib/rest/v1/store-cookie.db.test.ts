import { expect, it, vi } from "vitest";
import { db } from "../../db";
import { call, PASSWORD, someEmail } from "../../testing/rest-client";

process.env.CLIENTELE_URL = "https://customers.example.com";
process.env.CLIENTELE_STORE_CORS = "https://shop.example.com";

const over = (proto: string) => ({ "x-clientele-proto": proto });

it("refuses to sign up or in over plain http when the cookie could not be set, with the reason here, and once a minute in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const email = someEmail();
  const body = { email, password: PASSWORD };
  for (const path of ["/store/customers", "/store/auth"]) {
    const answer = await call(path, { body, headers: over("http") });
    expect([answer.status, answer.body.type], path).toEqual([400, "invalid_data"]);
    expect(answer.body.message).toContain("TRUSTED_PROXIES=1");
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
  expect(await db().customer.count({ where: { email } })).toBe(0);
  const answer = await call("/store/auth/token", { body, headers: over("http") });
  expect(answer.status).toBe(401);
});

it("sets a Secure cookie over https, one that the storefront's pages may send where they are allowed", async () => {
  const body = { email: someEmail(), password: PASSWORD };
  const answer = await call("/store/customers", { body, headers: over("https") });
  expect(answer.headers.getSetCookie()[0]).toMatch(/Path=\/; HttpOnly; Secure; SameSite=None$/);
});
