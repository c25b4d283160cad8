import type { Page } from "@playwright/test";
import { expect, someEmail, test } from "./support/fixtures";
import { cookieHeader, send } from "./support/raw";
import { insertApiKey } from "./support/rows";

const row = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });
const seen = (page: Page, email: string, text: string) =>
  row(page, email).getByText(text, { exact: true }).locator("visible=true");

async function choose(page: Page, email: string, item: string) {
  await row(page, email)
    .getByRole("button", { name: /^Actions for/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("an owner adds an admin, who signs in with the password that was handed over", async ({
  owner,
  pageAs,
}) => {
  const email = someEmail();
  await owner.goto("/settings/team");
  await owner.getByRole("button", { name: "Add admin" }).click();
  await owner.getByRole("button", { name: "Add to the team" }).click();
  await expect(owner.getByLabel("E-mail")).toBeFocused();
  await expect(owner.getByText("Enter a name.")).toBeVisible();
  await expect(owner.getByText("Choose a password.")).toBeVisible();

  await owner.getByLabel("E-mail").fill(email.toUpperCase());
  await owner.getByLabel("First name").fill("Grace");
  await owner.getByLabel("Last name").fill("Hopper");
  await owner.getByLabel("First password").fill("password12345678");
  await owner.getByRole("button", { name: "Add to the team" }).click();
  await expect(owner.getByText("easily guessed")).toBeVisible();

  await owner.getByLabel("First password").fill("");
  await owner.getByRole("button", { name: "Generate" }).click();
  const password = await owner.getByLabel("First password").inputValue();
  await owner.getByRole("button", { name: "Add to the team" }).click();
  await expect(owner.getByText("Hand these over")).toBeVisible();
  await expect(owner.getByText(password)).toBeVisible();
  await owner.getByRole("button", { name: "Done" }).click();
  await expect(seen(owner, email, "Never")).toBeVisible();
  await expect(seen(owner, email, "Admin")).toBeVisible();

  const page = await pageAs({ email, password });
  await expect(page).toHaveURL("/customers");
  await owner.reload();
  await expect(seen(owner, email, "Never")).toBeHidden();
});

test("Ctrl+Enter adds an admin as the button does: what is handed over is what was typed", async ({
  owner,
}) => {
  const email = someEmail();
  await owner.goto("/settings/team");
  await owner.getByRole("button", { name: "Add admin" }).click();
  await owner.getByLabel("E-mail").fill(email);
  await owner.getByLabel("First name").fill("Katherine");
  await owner.getByLabel("First password").fill("kettle orbit plum violet");
  await owner.keyboard.press("Control+Enter");
  const handOver = owner.getByRole("dialog", { name: "Added to the team" });
  await expect(handOver.getByText(email, { exact: true })).toBeVisible();
  await expect(handOver.getByText("kettle orbit plum violet", { exact: true })).toBeVisible();
  await owner.getByRole("button", { name: "Done" }).click();

  await choose(owner, email, "Change role…");
  await owner.getByRole("radio", { name: /^Viewer/ }).check();
  await owner.keyboard.press("Control+Enter");
  await expect(owner.getByText("The role of Katherine is Viewer now.")).toBeVisible();
});

test("an address that is on the team already is refused on its field", async ({
  owner,
  newAdmin,
}) => {
  const { email } = await newAdmin("viewer");
  await owner.goto("/settings/team");
  await owner.getByRole("button", { name: "Add admin" }).click();
  await owner.getByLabel("E-mail").fill(` ${email.toUpperCase()}`);
  await owner.getByLabel("First name").fill("Twin");
  await owner.getByRole("button", { name: "Generate" }).click();
  await owner.getByRole("button", { name: "Add to the team" }).click();
  await expect(owner.getByText("already on the team")).toBeVisible();
  await expect(owner.getByLabel("E-mail")).toBeFocused();
});

test("a deactivated admin is out on the next click, and so are their scripts", async ({
  owner,
  newAdmin,
  pageAs,
  database,
  baseURL,
}) => {
  const admin = await newAdmin("admin");
  const token = await insertApiKey(database, admin.id, "write");
  const page = await pageAs(admin);
  const cookie = await cookieHeader(page);
  const script = () =>
    send(baseURL ?? "", "/admin/customers?limit=1", {
      headers: { "x-medusa-access-token": token },
    });
  await page.goto("/settings/team");
  expect((await script()).status).toBe(200);

  await owner.goto("/settings/team");
  await choose(owner, admin.email, "Deactivate…");
  await expect(owner.getByText("The API token they made stops working")).toBeVisible();
  await owner.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(seen(owner, admin.email, "Deactivated")).toBeVisible();

  expect((await script()).status).toBe(401);
  expect((await send(baseURL ?? "", "/customers", { headers: { cookie } })).status).toBe(307);
  await page.getByRole("link", { name: "API tokens" }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await page.getByLabel("E-mail").fill(admin.email);
  await page.getByLabel("Password", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();

  await owner.goto("/settings/tokens");
  await expect(seen(owner, "Test write", "Not working").first()).toBeVisible();
  await owner.goto("/settings/team");
  await choose(owner, admin.email, "Reactivate");
  await expect(seen(owner, admin.email, "Active")).toBeVisible();
  expect((await script()).status).toBe(200);
  expect((await send(baseURL ?? "", "/customers", { headers: { cookie } })).status).toBe(307);
});

test("another role counts from the next click on", async ({ owner, newAdmin, pageAs }) => {
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("What is it for?").fill("Too late");

  await owner.goto("/settings/team");
  await choose(owner, admin.email, "Change role…");
  await owner.getByRole("radio", { name: /^Viewer/ }).check();
  await owner.getByRole("button", { name: "Change role" }).click();
  await expect(seen(owner, admin.email, "Viewer")).toBeVisible();

  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("not change this")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "New token" })).toBeHidden();
});

test("an owner cannot be left out by mistake: nobody deactivates themselves", async ({
  newAdmin,
  pageAs,
}) => {
  const admin = await newAdmin("owner");
  const page = await pageAs(admin);
  await page.goto("/settings/team");
  await row(page, admin.email)
    .getByRole("button", { name: /^Actions for/ })
    .click();
  await expect(page.getByRole("menuitem", { name: "Change role…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Deactivate…" })).toBeHidden();
});

test("who may not change the team sees it, and is told why there are no buttons", async ({
  newAdmin,
  pageAs,
}) => {
  for (const role of ["admin", "viewer"] as const) {
    const me = await newAdmin(role);
    const page = await pageAs(me);
    await page.goto("/settings/team");
    await expect(seen(page, me.email, me.email)).toBeVisible();
    await expect(page.getByText("Only an owner may change the team.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add admin" })).toBeHidden();
    await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
  }
});

test("a new password ends the other sessions and keeps this one", async ({
  newAdmin,
  pageAs,
  browser,
  baseURL,
}) => {
  const admin = await newAdmin("viewer");
  const page = await pageAs(admin);
  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByLabel("E-mail").fill(admin.email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(admin.password);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere).toHaveURL("/customers");
  const before = await cookieHeader(page);

  await page.goto("/settings/password");
  await page.getByLabel("Present password").fill("not this one");
  await page.getByLabel("New password").fill("copper lantern beneath willow");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your present password.")).toBeVisible();
  await expect(page.getByLabel("Present password")).toBeFocused();
  await page.getByLabel("Present password").fill(admin.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("");

  await page.goto("/settings/team");
  await expect(page.getByRole("heading", { name: "Team" })).toBeVisible();
  expect(await cookieHeader(page)).not.toBe(before);
  expect((await send(baseURL ?? "", "/customers", { headers: { cookie: before } })).status).toBe(
    307,
  );
  await elsewhere.goto("/settings/team");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.context().close();
});

test("the keyboard alone adds, promotes and deactivates", async ({ newAdmin, pageAs }) => {
  const me = await newAdmin("owner");
  const page = await pageAs(me);
  await page.goto("/settings/team");
  const email = someEmail();
  await page.getByRole("button", { name: "Add admin" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Key");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Board");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Viewer/ })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("copper lantern beneath willow");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Hand these over")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add admin" })).toBeFocused();

  await row(page, email)
    .getByRole("button", { name: /^Actions for/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Change role…" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("button", { name: "Deactivate", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(seen(page, email, "Deactivated")).toBeVisible();
});

for (const path of [
  "/settings/team",
  "/settings/tokens",
  "/settings/outbox",
  "/settings/password",
  "/settings/system",
])
  test(`${path} is clean for everybody and fits a phone`, async ({
    newAdmin,
    pageAs,
    axeClean,
  }) => {
    test.setTimeout(90_000);
    const page = await pageAs(await newAdmin("owner"), { viewport: { width: 390, height: 844 } });
    await page.goto(path);
    await axeClean(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  });

test("the dialogs are clean for everybody", async ({ newAdmin, pageAs, axeClean }) => {
  test.setTimeout(120_000);
  const page = await pageAs(await newAdmin("owner"));
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Add admin" }).click();
  await page.getByRole("button", { name: "Add to the team" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await axeClean(page);
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await axeClean(page);
});
