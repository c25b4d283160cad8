import { expect, test } from "./support/fixtures";
import { type Instance, removeInstance, startInstance } from "./support/instance";
import { send } from "./support/raw";
import { OWNER } from "./support/server";

const SITE = "https://desk.example.com";
let instance: Instance;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance({
    env: {
      CLIENTELE_URL: SITE,
      TRUSTED_PROXIES: "1",
      CLIENTELE_OWNER_EMAIL: OWNER.email,
      CLIENTELE_OWNER_PASSWORD: OWNER.password,
    },
  });
});
test.afterAll(() => removeInstance(instance));

const throughProxy = {
  host: "desk.example.com",
  "x-forwarded-host": "desk.example.com",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "203.0.113.9",
};

test("behind a TLS proxy the cookies are bound to the host, and redirects stay on it", async () => {
  const ask = (path: string, options: Parameters<typeof send>[2] = {}) =>
    send(instance.url, path, { ...options, headers: { ...throughProxy, ...options.headers } });
  const { text, headers } = await ask("/api/auth/csrf");
  expect(headers["strict-transport-security"]).toMatch(/max-age=\d+/);
  const cookie = (headers["set-cookie"] ?? []).map((c) => c.split(";")[0]).join("; ");
  const { csrfToken } = JSON.parse(text);
  const entered = await ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: {
      cookie,
      origin: SITE,
      "content-type": "application/x-www-form-urlencoded",
      "x-auth-return-redirect": "1",
    },
    body: new URLSearchParams({ csrfToken, ...OWNER }).toString(),
  });
  expect(entered.status).toBe(200);
  const all = [...(headers["set-cookie"] ?? []), ...(entered.headers["set-cookie"] ?? [])];
  expect(all.length).toBeGreaterThan(1);
  for (const line of all) {
    expect(line).toMatch(/^__Host-clientele\.\w+=/);
    expect(line).toMatch(/; Secure/i);
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).toMatch(/; Path=\/(?:;|$)/i);
    expect(line).not.toMatch(/; Domain/i);
  }
  const session = all.find((line) => line.startsWith("__Host-clientele.session="))?.split(";")[0];
  const inside = await ask("/customers", { headers: { cookie: session ?? "" } });
  expect(inside.status).toBe(200);
  const led = await ask("/customers");
  expect(led.headers.location).toBe("/sign-in?callbackUrl=%2Fcustomers");
  const plain = await ask("/sign-out", {
    method: "POST",
    headers: { cookie: session ?? "", origin: SITE.replace("https", "http") },
  });
  expect(plain.status).toBe(403);
  const out = await ask("/sign-out", {
    method: "POST",
    headers: { cookie: session ?? "", origin: SITE },
  });
  expect(out.status).toBe(303);
  expect((await ask("/customers", { headers: { cookie: session ?? "" } })).status).toBe(307);
});
