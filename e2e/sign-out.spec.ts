import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { cookieHeader, send, sendRsc } from "./support/raw";
import { actionId, postAction } from "./support/server-actions";

/** Signing out ends the session that a fixture keeps for others: each test here has an admin of its own. */
async function signOut(page: Page) {
  await page
    .getByRole("button", { name: /^Account of/ })
    .locator("visible=true")
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
}

test("after signing out Back and Forward never show a customer again", async ({
  pageAs,
  newAdmin,
  newCustomer,
}) => {
  const customer = await newCustomer({ first_name: "Marker", last_name: "Backwards" });
  const page = await pageAs(await newAdmin("admin"));
  await page.goto(`/customers/${customer.id}`);
  await expect(page.getByText(customer.email).first()).toBeVisible();
  await page.goto("/settings/team");
  await signOut(page);
  await expect(page.getByText("Your session has ended")).toBeHidden();
  for (const move of ["goBack", "goBack", "goForward", "goBack"] as const) {
    await page[move]();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText(customer.email)).toBeHidden();
  }
});

test("another tab leaves the desk at once", async ({ pageAs, newAdmin }) => {
  const page = await pageAs(await newAdmin("admin"));
  await page.goto("/settings/team");
  const other = await page.context().newPage();
  await other.goto("/settings/tokens");
  await expect(other.getByRole("heading", { name: "API tokens" })).toBeVisible();
  await signOut(page);
  await expect(other).toHaveURL("/sign-in?callbackUrl=%2Fsettings%2Ftokens");
});

test("a copied cookie is worth nothing afterwards, at any door", async ({
  pageAs,
  newAdmin,
  newCustomer,
  baseURL,
}) => {
  const customer = await newCustomer();
  const page = await pageAs(await newAdmin("admin"));
  const url = baseURL ?? "";
  const cookie = await cookieHeader(page);
  const doors = async () => [
    (await send(url, "/customers", { headers: { cookie } })).status,
    (await sendRsc(url, `/customers/${customer.id}`, { cookie })).text.includes(customer.email),
    (await send(url, `/admin/customers/${customer.id}`, { headers: { cookie } })).status,
  ];
  expect(await doors()).toEqual([200, true, 200]);
  await page.goto("/settings/team");
  await signOut(page);
  expect(await doors()).toEqual([307, false, 401]);
  const args = [{ current: "x", password: "plum-violet-kettle-orbit" }];
  const action = await postAction(url, actionId("changePasswordAction"), args, {
    headers: { cookie },
  });
  expect(action.text).toContain('"code":"signed_out"');
});

test("it is a post from a page of ours, and clears what the browser kept", async ({
  pageAs,
  newAdmin,
  baseURL,
}) => {
  const page = await pageAs(await newAdmin("viewer"));
  const url = baseURL ?? "";
  const cookie = await cookieHeader(page);
  const isIn = async () => (await send(url, "/customers", { headers: { cookie } })).status === 200;

  expect((await send(url, "/sign-out", { headers: { cookie } })).status).toBe(405);
  const strangers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: url.replace("http", "https") },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of strangers) {
    const answer = await send(url, "/sign-out", {
      method: "POST",
      headers: { cookie, ...headers },
    });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
  expect(await isIn()).toBe(true);

  const { status, headers } = await send(url, "/sign-out", {
    method: "POST",
    headers: { cookie, origin: url },
  });
  expect([status, headers.location]).toEqual([303, "/sign-in"]);
  expect(headers["clear-site-data"]).toBe('"cache", "storage"');
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["set-cookie"]?.join("\n")).toMatch(
    /clientele\.session=;.*(Max-Age=0|1970).*HttpOnly/i,
  );
  expect(await isIn()).toBe(false);
  expect((await send(url, "/sign-out", { method: "POST", headers: { origin: url } })).status).toBe(
    303,
  );
});

test("while the session cannot be ended the browser is cleared all the same, and the admin is told", async ({
  pageAs,
  newAdmin,
  database,
  axeClean,
}) => {
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  await page.goto("/settings/team");
  await database.query("begin");
  await database.query("select 1 from admin_session where admin_id = $1 for update", [admin.id]);
  try {
    await page
      .getByRole("button", { name: /^Account of/ })
      .locator("visible=true")
      .click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/sign-in?left=unfinished");
  } finally {
    await database.query("rollback");
  }
  await expect(page.getByText("Signed out in this browser only")).toBeVisible();
  await axeClean(page);
  await page.goto("/customers");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an answer that is no sign-out leaves the admin where they are, and says so", async ({
  pageAs,
  newAdmin,
}) => {
  const page = await pageAs(await newAdmin("admin"));
  await page.goto("/settings/team");
  await page.route("/sign-out", (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page
    .getByRole("button", { name: /^Account of/ })
    .locator("visible=true")
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("You are still signed in.")).toBeVisible();
  await expect(page).toHaveURL("/settings/team");
});

test("when the session ends under someone's hands, the form keeps the text and is sent again after a new sign-in", async ({
  pageAs,
  newAdmin,
  database,
}) => {
  const admin = await newAdmin("owner");
  const page = await pageAs(admin);
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Add admin" }).click();
  const email = `late-${admin.id.slice(4, 12)}@example.com`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("First name").fill("Late");
  await page.getByRole("button", { name: "Generate" }).click();
  const password = await page.getByLabel("First password").inputValue();
  await database.query("update admin_session set revoked_at = now() where admin_id = $1", [
    admin.id,
  ]);

  await page.getByRole("button", { name: "Add to the team" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "You have been signed out." });
  await expect(alert).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("First password")).toHaveValue(password);

  const opened = page.context().waitForEvent("page");
  await alert.getByRole("link", { name: "Sign in again" }).click();
  const tab = await opened;
  await expect(tab.getByText("Your session has ended.")).toBeVisible();
  await tab.getByLabel("E-mail").fill(admin.email);
  await tab.getByLabel("Password", { exact: true }).fill(admin.password);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab).toHaveURL("/customers");
  await tab.close();

  await page.getByRole("button", { name: "Add to the team" }).click();
  await expect(page.getByText("Hand these over")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toBeVisible();
});

test("a tab with unsaved text is left alone when another one signs out", async ({
  pageAs,
  newAdmin,
}) => {
  const page = await pageAs(await newAdmin("admin"));
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("What is it for?").fill("Half a thought");
  const other = await page.context().newPage();
  await other.goto("/settings/team");
  await signOut(other);
  await expect(page.getByLabel("What is it for?")).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByRole("link", { name: "Sign in again" })).toBeVisible();
  await expect(page.getByLabel("What is it for?")).toHaveValue("Half a thought");
});
