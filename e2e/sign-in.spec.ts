import type { Page } from "@playwright/test";
import { expect, someEmail, test } from "./support/fixtures";
import { cookieHeader, send } from "./support/raw";

const WRONG = "E-mail or password is wrong.";

async function enter(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.beforeEach(async ({ database }) => {
  await database.query("delete from attempt_limit where key like 'network:%' or key = 'everybody'");
});

test("a wrong password first, then the right one, lands on the exact address asked for", async ({
  page,
  newAdmin,
}) => {
  const admin = await newAdmin("admin");
  await page.goto("/customers?q=a%26b&page=2#x");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await enter(page, { ...admin, password: "wrong" });
  await expect(page.getByRole("alert").filter({ hasText: WRONG })).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("E-mail")).toHaveValue(admin.email);
  await enter(page, admin);
  await expect(page).toHaveURL("/customers?q=a%26b&page=2#x");
});

test("it works without scripts", async ({ browser, baseURL, newAdmin }) => {
  const admin = await newAdmin("admin");
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/settings/team?x=1");
  await enter(page, { ...admin, password: "wrong" });
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(admin.email);
  await enter(page, admin);
  await expect(page).toHaveURL("/settings/team?x=1");
  await expect(page.getByRole("heading", { name: "Team" })).toBeVisible();
  await context.close();
});

test("letter case and blanks do not matter in the address, and do in the password", async ({
  page,
  newAdmin,
}) => {
  const admin = await newAdmin("viewer");
  await page.goto("/sign-in");
  await enter(page, { email: ` ${admin.email.toUpperCase()} `, password: `${admin.password} ` });
  await expect(page.getByText(WRONG)).toBeVisible();
  await enter(page, { email: ` ${admin.email.toUpperCase()} `, password: admin.password });
  await expect(page).toHaveURL("/customers");
});

test("wrong, unknown and deactivated are told in the same bytes", async ({
  baseURL,
  newAdmin,
  pageAs,
  owner,
}) => {
  const [known, gone] = [await newAdmin("admin"), await newAdmin("admin")];
  await deactivate(owner, gone.email);
  const client = await authClient(baseURL ?? "");
  const answers = [
    await client.signIn({ ...known, password: "wrong" }),
    await client.signIn({ email: someEmail(), password: known.password }),
    await client.signIn(gone),
    await client.signIn({ email: "no address", password: known.password }),
  ];
  const bare = answers.map(({ status, text, headers: { date, "x-request-id": _id, ...rest } }) =>
    JSON.stringify({ status, text, rest }),
  );
  expect(answers[0]?.status).toBe(401);
  expect(new Set(bare).size).toBe(1);
  const page = await pageAs(known);
  await expect(page).toHaveURL(/customers/);
});

test("after ten wrong tries one is told to wait, but not on a browser that signed in before", async ({
  page,
  browser,
  baseURL,
  newAdmin,
}) => {
  const admin = await newAdmin("admin");
  await page.goto("/sign-in");
  await enter(page, admin);
  await expect(page).toHaveURL(/customers/);

  const client = await authClient(baseURL ?? "");
  for (let n = 0; n < 10; n++)
    expect((await client.signIn({ ...admin, password: `wrong ${n}` })).status).toBe(401);
  const stopped = await client.signIn(admin);
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers["retry-after"])).toBeGreaterThan(50);
  expect(stopped.headers["set-cookie"]?.join() ?? "").not.toContain("clientele.session");

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto("/sign-in");
  await enter(stranger, admin);
  await expect(
    stranger.getByText(/^Too many attempts\. Try again in \d+ (seconds|minutes)\.$/),
  ).toBeVisible();
  await stranger.context().close();

  await page.context().clearCookies({ name: "clientele.session" });
  await page.goto("/sign-in");
  await enter(page, admin);
  await expect(page).toHaveURL(/customers/);
});

test("whoever is signed in already goes on, to paths of ours only", async ({ owner, baseURL }) => {
  await owner.goto("/sign-in?callbackUrl=%2Fsettings%2Fteam");
  await expect(owner).toHaveURL("/settings/team");
  const cookie = await cookieHeader(owner);
  for (const nasty of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "\\\\evil.example",
    "http:evil.example",
    "/sign-in?callbackUrl=/sign-in",
    "",
  ]) {
    const path = `/sign-in?callbackUrl=${encodeURIComponent(nasty)}`;
    const { status, headers } = await send(baseURL ?? "", path, { headers: { cookie } });
    expect([status, headers.location], nasty).toEqual([307, "/customers"]);
  }
  const twice = await send(
    baseURL ?? "",
    "/sign-in?callbackUrl=/groups&callbackUrl=//evil.example",
    {
      headers: { cookie },
    },
  );
  expect(twice.headers.location).toBe("/customers");
});

test("a nasty address is not followed after signing in either", async ({ page, newAdmin }) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent("/\\evil.example/customers")}`);
  await enter(page, await newAdmin("admin"));
  await expect(page).toHaveURL("/customers");
});

test.describe("an ended session is signed out once, without a loop", () => {
  const cases: Record<string, (value: string) => string> = {
    "a cookie of another secret": () =>
      "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..AAAA.BBBB.CCCC",
    "a cookie that is no token": () => "x",
    "an empty cookie": () => "",
    "a cookie with a changed end": (value) => `${value.slice(0, -4)}AAAA`,
  };
  for (const [name, forge] of Object.entries(cases)) {
    test(name, async ({ page, newAdmin, context, baseURL }) => {
      const admin = await newAdmin("admin");
      await page.goto("/sign-in");
      await enter(page, admin);
      await expect(page).toHaveURL("/customers");
      const [session] = (await context.cookies()).filter(
        ({ name }) => name === "clientele.session",
      );
      await context.addCookies([
        { name: "clientele.session", value: forge(session?.value ?? ""), url: baseURL },
      ]);
      await page.goto("/settings/team?x=1");
      await expect(page).toHaveURL("/sign-in?callbackUrl=%2Fsettings%2Fteam%3Fx%3D1");
      await enter(page, admin);
      await expect(page).toHaveURL("/settings/team?x=1");
    });
  }

  test("idle for half an hour", async ({ page, newAdmin, database }) => {
    const admin = await newAdmin("admin");
    await page.goto("/sign-in");
    await enter(page, admin);
    await expect(page).toHaveURL("/customers");
    await database.query(
      "update admin_session set last_seen_at = now() - interval '31 minutes' where admin_id = $1",
      [admin.id],
    );
    await page.goto("/settings/team");
    await expect(page.getByText("Your session has ended.")).toBeVisible();
    await enter(page, admin);
    await expect(page).toHaveURL("/settings/team");
  });
});

test("a session chosen by somebody else is never taken over", async ({
  page,
  newAdmin,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: "clientele.session", value: "attacker", url: baseURL }]);
  await page.goto("/sign-in");
  await enter(page, await newAdmin("admin"));
  await expect(page).toHaveURL("/customers");
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === "clientele.session");
  expect(session?.value).not.toBe("attacker");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
  const device = cookies.find(({ name }) => name === "clientele.device");
  expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("signing in again ends the session that this browser had", async ({
  page,
  newAdmin,
  baseURL,
  context,
}) => {
  const admin = await newAdmin("admin");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").waitFor();
  const late = await context.newPage();
  await late.goto("/sign-in");
  await enter(page, admin);
  await expect(page).toHaveURL("/customers");
  const before = await cookieHeader(page);
  await enter(late, admin);
  await expect(late).toHaveURL("/customers");
  expect((await send(baseURL ?? "", "/customers", { headers: { cookie: before } })).status).toBe(
    307,
  );
  const after = await cookieHeader(late);
  expect((await send(baseURL ?? "", "/customers", { headers: { cookie: after } })).status).toBe(
    200,
  );
});

test("a visitor cannot choose the network that their tries are counted for", async ({
  baseURL,
  database,
  newAdmin,
}) => {
  const client = await authClient(baseURL ?? "", {
    "x-forwarded-for": "198.51.100.7",
    "x-real-ip": "198.51.100.7",
    "x-clientele-address": "198.51.100.7",
    forwarded: "for=198.51.100.7",
  });
  const { id, email, password } = await newAdmin("admin");
  expect((await client.signIn({ email, password })).status).toBe(200);
  const { rows } = await database.query("select address from auth_event where admin_id = $1", [id]);
  expect(rows).toEqual([{ address: expect.stringMatching(/^(?:127\.0\.0\.1|::1)$/) }]);
  const { rowCount } = await database.query(
    "select 1 from attempt_limit where key = 'network:198.51.100'",
  );
  expect(rowCount).toBe(0);
});

test("credentials are text and nothing else", async ({ baseURL, newAdmin }) => {
  const { password, email } = await newAdmin("admin");
  const client = await authClient(baseURL ?? "");
  const objects = [
    { email: { contains: "" }, password },
    { email: [email], password },
    { email, password: { not: "" } },
    { email: null, password: null },
    { email, password: "" },
    {},
  ];
  for (const body of objects) {
    const { status, headers } = await client.signInJson(body);
    expect(status, JSON.stringify(body)).toBe(401);
    expect(headers["set-cookie"]?.join() ?? "").not.toContain("clientele.session");
  }
  expect((await client.signIn({ email, password })).headers["set-cookie"]?.join()).toContain(
    "clientele.session",
  );
});

test("next-auth's own door offers no more than it needs", async ({ baseURL, owner }) => {
  const url = baseURL ?? "";
  for (const path of ["signin", "signout", "error", "verify-request", "callback/github", "x"])
    expect((await send(url, `/api/auth/${path}`)).status, path).toBe(404);
  const cookie = await cookieHeader(owner);
  const session = await send(url, "/api/auth/session", { headers: { cookie } });
  expect(Object.keys(JSON.parse(session.text))).toEqual(["expires"]);
  expect(session.headers["cache-control"]).toContain("no-store");
  expect((await send(url, "/api/auth/session")).text).toBe("null");
  const foreign = await send(url, "/api/auth/signout", {
    method: "POST",
    headers: { cookie, origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
  const blind = await send(url, "/api/auth/signout", { method: "POST", headers: { cookie } });
  expect(blind.headers.location ?? "").not.toBe("/");
  expect((await send(url, "/customers", { headers: { cookie } })).status).toBe(200);
});

test("the page is clean for everybody, reachable from the keyboard, and fits a phone", async ({
  page,
  axeClean,
  newAdmin,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/sign-in");
  await axeClean(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const admin = await newAdmin("viewer");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(admin.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByText(WRONG)).toBeVisible();
  await axeClean(page);
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(admin.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/customers");
});

/** Signs in through next-auth's own door, as a script would: token first, then the post. */
async function authClient(url: string, sent: Record<string, string> = {}) {
  const { text, headers } = await send(url, "/api/auth/csrf");
  const csrfToken = JSON.parse(text).csrfToken as string;
  const cookie = (headers["set-cookie"] ?? []).map((c) => c.split(";")[0]).join("; ");
  const post = (body: string, type: string) =>
    send(url, "/api/auth/callback/credentials", {
      method: "POST",
      headers: { ...sent, cookie, "content-type": type, "x-auth-return-redirect": "1" },
      body,
    });
  return {
    signIn: (fields: { email: string; password: string }) =>
      post(
        new URLSearchParams({
          csrfToken,
          email: fields.email,
          password: fields.password,
        }).toString(),
        "application/x-www-form-urlencoded",
      ),
    signInJson: (fields: object) =>
      post(JSON.stringify({ ...fields, csrfToken }), "application/json"),
  };
}

async function deactivate(owner: Page, email: string) {
  await owner.goto("/settings/team");
  const row = owner.getByRole("row").filter({ hasText: email });
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await owner.getByRole("menuitem", { name: "Deactivate…" }).click();
  await owner.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(row.getByText("Deactivated").locator("visible=true")).toBeVisible();
}
