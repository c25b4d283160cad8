import { expect, test } from "./support/fixtures";
import { cookieHeader, send } from "./support/raw";

/** Pages whose address holds a token. */
const HOLDS_TOKEN = /^\/(?:setup|reset-password|new-password)(?:\?|$)/;

test("every answer carries the hard headers, and nothing personal may be kept", async ({
  owner,
  baseURL,
  newCustomer,
}) => {
  const url = baseURL ?? "";
  const { id } = await newCustomer();
  const cookie = await cookieHeader(owner);
  const page = await send(url, "/customers", { headers: { cookie } });
  const script = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? "";
  expect(script).not.toBe("");
  const paths = [
    "/",
    "/customers",
    `/customers/${id}`,
    "/settings/team",
    "/sign-in",
    "/setup",
    "/reset-password?token=x&email=a@example.com",
    "/new-password?token=x",
    "/sign-out",
    "/nowhere",
    "/customers/cus_nobody",
    "/admin/customers",
    `/admin/customers/${id}`,
    "/admin/nothing",
    "/api/auth/csrf",
    "/api/auth/session",
    "/api/auth/nothing",
    "/health/live",
    "/health/ready",
    "/icon.svg",
    script,
  ];
  for (const path of paths)
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const answer = await send(url, path, { headers });
      const what = `${path} ${answer.status}`;
      expect(answer.headers, what).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": HOLDS_TOKEN.test(path) ? "no-referrer" : "same-origin",
      });
      expect(answer.headers["permissions-policy"], what).toBeTruthy();
      expect(answer.headers["x-powered-by"], what).toBeUndefined();
      expect(answer.headers["access-control-allow-origin"], what).toBeUndefined();
      expect(answer.headers["strict-transport-security"], what).toBeUndefined();
      if (!path.startsWith("/_next/static/") && path !== "/icon.svg")
        expect(answer.headers["cache-control"], what).toContain("no-store");
    }
});

test("each page has a nonce of its own, in its policy and on its scripts, whatever was sent", async ({
  baseURL,
}) => {
  const url = baseURL ?? "";
  const nonces = new Set<string>();
  for (let n = 0; n < 5; n++) {
    const { headers, text } = await send(url, "/sign-in", {
      headers: { "content-security-policy": "script-src 'nonce-evil'" },
    });
    const policy = String(headers["content-security-policy"]);
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
    expect(policy).not.toContain("unsafe");
    expect(nonce).not.toBe("");
    expect(text).not.toContain("evil");
    const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(1);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    expect(text).not.toMatch(/<[^>]+\sstyle=/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(5);
});

test("an address that nothing has is answered with a policy too, however much it looks like a door", async ({
  baseURL,
}) => {
  for (const path of ["/nowhere", "/authors", "/storefront", "/healthy", "/v10", "/api/nothing"]) {
    const { status, headers } = await send(baseURL ?? "", path);
    expect(status, path).toBe(404);
    expect(headers["content-security-policy"], path).toContain("'strict-dynamic'");
  }
});

test("no page of getting in or of the settings violates the policy or complains", async ({
  newAdmin,
  pageAs,
}) => {
  const page = await pageAs(await newAdmin("owner"));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of [
    "/settings/team",
    "/settings/tokens",
    "/settings/outbox",
    "/settings/password",
    "/settings/system",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Add admin" }).click();
  await page.getByRole("button", { name: "Generate" }).click();
  await page
    .getByRole("button", { name: "Show password" })
    .or(page.getByRole("button", { name: "Hide password" }))
    .click();
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^Account of/ })
    .locator("visible=true")
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the desk answers to its own names only", async ({ baseURL }) => {
  const url = baseURL ?? "";
  const { port } = new URL(url);
  for (const host of ["evil.example", `evil.example:${port}`, `localhost.evil.example:${port}`]) {
    for (const path of ["/sign-in", "/api/auth/csrf", "/admin/customers"]) {
      const { status, text, headers } = await send(url, path, { headers: { host } });
      expect(status, `${host}${path}`).toBe(421);
      expect(headers.location, `${host}${path}`).toBeUndefined();
      expect(text).not.toContain("csrfToken");
    }
  }
  const led = await send(url, "/customers", { headers: { "x-forwarded-host": "evil.example" } });
  expect(led.headers.location).toMatch(/^\/sign-in/);
});
