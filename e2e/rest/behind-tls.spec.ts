import { expect, test } from "../support/fixtures";
import { type Instance, startInstance } from "../support/instance";
import { databaseUrl, OWNER } from "../support/server";

test.describe.configure({ timeout: 120_000 });

const publicUrl = "https://customers.example.com";
const start = (env: Record<string, string> = {}) =>
  startInstance({ env: { DATABASE_URL: databaseUrl(), CLIENTELE_URL: publicUrl, ...env } });
const signIn = (instance: Instance, headers: Record<string, string> = {}) =>
  fetch(`${instance.url}/admin/auth`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(OWNER),
  });

test("a sign-in whose Secure cookie would be thrown away is refused with the reason, not silently answered 200", async () => {
  const instance = await start();
  try {
    const response = await signIn(instance, { "x-forwarded-proto": "https" });
    expect(response.status).toBe(400);
    expect(response.headers.getSetCookie()).toEqual([]);
    const { message } = await response.json();
    expect(message).toContain(publicUrl);
    expect(message).toContain("TRUSTED_PROXIES=1");
    expect(instance.output()).toContain("Sign-in refused. The session cookie cannot be set");
    const token = await fetch(`${instance.url}/admin/auth/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(OWNER),
    });
    expect(token.status).toBe(200);
  } finally {
    await instance.stop();
  }
});

test("behind a proxy that ends TLS the cookie is Secure and works", async () => {
  const instance = await start({ TRUSTED_PROXIES: "1" });
  try {
    const proxied = { "x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.1" };
    const response = await signIn(instance, proxied);
    expect(response.status).toBe(200);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const me = await fetch(`${instance.url}/admin/auth`, {
      headers: { ...proxied, cookie: cookie.split(";")[0] ?? "" },
    });
    expect(me.status).toBe(200);
  } finally {
    await instance.stop();
  }
});

test("a session of the second generation is refused and set by the same rules", async () => {
  const tokenOf = async (instance: Instance) => {
    const response = await fetch(`${instance.url}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(OWNER),
    });
    return (await response.json()).token as string;
  };
  const openSession = async (instance: Instance) =>
    fetch(`${instance.url}/auth/session`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await tokenOf(instance)}`,
        "x-forwarded-proto": "https",
        "x-forwarded-for": "198.51.100.1",
      },
    });
  const [bare, proxied] = [await start(), await start({ TRUSTED_PROXIES: "1" })];
  try {
    const refused = await openSession(bare);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([400, []]);
    expect((await refused.json()).message).toContain("TRUSTED_PROXIES=1");
    expect(bare.output()).toContain("Sign-in refused. The session cookie cannot be set");
    const opened = await openSession(proxied);
    expect(opened.status).toBe(200);
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^connect\.sid=[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  } finally {
    await bare.stop();
    await proxied.stop();
  }
});
