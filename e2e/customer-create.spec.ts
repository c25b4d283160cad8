import type { Page } from "@playwright/test";
import { complaintsOf } from "./support/console";
import { expect, signIn, someEmail, test } from "./support/fixtures";
import { insertGroup } from "./support/groups";

const save = (page: Page) => page.getByRole("button", { name: "Save customer" });
const email = (page: Page) => page.getByLabel("E-mail");
const password = (page: Page) => page.getByLabel("Password", { exact: true });

test("a refused customer is corrected with everything typed still there, and saved with Enter", async ({
  owner,
  database,
}) => {
  const complaints = complaintsOf(owner);
  const address = someEmail();
  await owner.goto("/customers/new");
  await email(owner).fill("jane@");
  await owner.getByLabel("First name").fill("Jane");
  await owner.getByLabel("Phone").fill("+44 20 7946 0101");
  await save(owner).click();
  await expect(owner.getByText("Enter an e-mail address such as jane@example.com.")).toBeVisible();
  await expect(email(owner)).toBeFocused();
  await expect(email(owner)).toHaveAttribute("aria-invalid", "true");
  await expect(owner.getByLabel("Phone")).toHaveValue("+44 20 7946 0101");

  await email(owner).fill(address.toUpperCase());
  await owner.getByLabel("Last name").fill("Doe");
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Jane Doe");
  await expect(owner.getByText("A guest: has no password and cannot sign in.")).toBeVisible();
  const { rows } = await database.query(
    "select email, phone, has_account from customer where email = $1",
    [address],
  );
  expect(rows).toEqual([{ email: address, phone: "+44 20 7946 0101", has_account: false }]);
  expect(complaints).toEqual([]);
});

test("an e-mail in use is told while typing, with a link, and refused on saving by whom it belongs to", async ({
  owner,
  newCustomer,
}) => {
  const anna = await newCustomer({ first_name: "Anna", last_name: "Berg" });
  await owner.goto("/customers/new");
  await email(owner).fill(` ${anna.email.toUpperCase()} `);
  const warning = owner.getByText("already is a guest with this e-mail");
  await expect(warning).toBeVisible();
  await expect(owner.getByRole("link", { name: "Anna Berg" })).toHaveAttribute(
    "href",
    `/customers/${anna.id}`,
  );

  await owner.getByLabel("Company").fill("Kept");
  await save(owner).click();
  await expect(owner.getByText("Another guest already uses this e-mail.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Open Anna Berg" })).toHaveAttribute(
    "href",
    `/customers/${anna.id}`,
  );
  await expect(owner.getByLabel("Company")).toHaveValue("Kept");
  await expect(save(owner)).not.toHaveAttribute("aria-busy");

  await email(owner).fill(someEmail());
  await expect(owner.getByText("Another guest already uses this e-mail.")).toBeHidden();
  await save(owner).click();
  await expect(owner).toHaveURL(/\/customers\/cus_/);
});

test("a guest with the same e-mail is no obstacle to an account, and the form says so", async ({
  owner,
  newCustomer,
  database,
}) => {
  const guest = await newCustomer({ first_name: "Guest", last_name: "Twin" });
  await owner.goto("/customers/new");
  await email(owner).fill(guest.email);
  await password(owner).fill("kettle orbit plum");
  await expect(owner.getByText("Saving with a password makes an account beside it.")).toBeVisible();
  await save(owner).click();
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  await expect(owner.getByText("There is also a guest with this e-mail")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Guest Twin" })).toBeVisible();
  const { rows } = await database.query(
    "select has_account from customer where email = $1 order by 1",
    [guest.email],
  );
  expect(rows).toEqual([{ has_account: false }, { has_account: true }]);
});

test("a password is made up, shown and copied, and makes an account", async ({
  owner,
  database,
}) => {
  const address = someEmail();
  await owner.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await owner.goto("/customers/new");
  await expect(owner.getByText("Left empty, the customer is a guest.")).toBeVisible();
  await email(owner).fill(address);
  await owner.getByRole("button", { name: "Generate" }).click();
  await expect(password(owner)).toHaveAttribute("type", "text");
  const made = await password(owner).inputValue();
  expect(made).toMatch(/^\w{20}$/);
  await owner.getByRole("button", { name: "Copy password" }).click();
  await expect.poll(() => owner.evaluate(() => navigator.clipboard.readText())).toBe(made);
  await save(owner).click();
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  await expect(owner.getByText("Has an account: signs in")).toBeVisible();
  await expect(owner.locator("body")).not.toContainText(made);
  const { rows } = await database.query("select password_hash from customer where email = $1", [
    address,
  ]);
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
});

test("the form begins in its first field, from the list and by its address, but not under a finger", async ({
  owner,
  pageAs,
  newAdmin,
  newCustomer,
}) => {
  await owner.goto("/customers");
  await owner.getByRole("link", { name: "Add customer" }).click();
  await expect(email(owner)).toBeFocused();
  const { id } = await newCustomer();
  await owner.goto(`/customers/${id}/edit`);
  await expect(email(owner)).toBeFocused();
  const phone = await pageAs(await newAdmin("admin"), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.goto("/customers/new");
  await expect(phone.getByRole("button", { name: "Generate" })).toBeVisible();
  await expect(email(phone)).not.toBeFocused();
});

test("groups are found by typing, made on the spot, and taken out again, by keyboard alone", async ({
  owner,
  database,
}) => {
  const group = await insertGroup(database);
  const fresh = `Fresh ${crypto.randomUUID().slice(0, 8)}`;
  const address = someEmail();
  await owner.goto("/customers/new");
  await email(owner).fill(address);
  const box = owner.getByRole("combobox", { name: "Groups" });
  await box.focus();
  // Enter does not wait for the answer, and never saves the form while something is typed here
  await owner.keyboard.type(group.name.toUpperCase());
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("button", { name: `Remove ${group.name}` })).toBeVisible();
  await owner.keyboard.type(fresh);
  await expect(owner.getByRole("option", { name: `Create “${fresh}”` })).toBeVisible();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("button", { name: `Remove ${fresh}` })).toBeVisible();
  await owner.keyboard.press("Backspace");
  await expect(owner.getByRole("button", { name: `Remove ${fresh}` })).toBeHidden();
  // a part of a name: ArrowDown and Enter takes the group that is there, and makes no other
  await owner.keyboard.press("Backspace");
  await expect(owner.getByRole("button", { name: `Remove ${group.name}` })).toBeHidden();
  const part = group.name.slice(0, -1);
  await owner.keyboard.type(part);
  await expect(owner.getByRole("option", { name: group.name, exact: true })).toBeVisible();
  await owner.keyboard.press("ArrowDown");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("button", { name: `Remove ${group.name}` })).toBeVisible();
  expect(
    (await database.query("select 1 from customer_group where name = $1", [part])).rowCount,
  ).toBe(0);
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  const { rows } = await database.query(
    "select g.name from customer c join customer_group_member m on m.customer_id = c.id join customer_group g on g.id = m.group_id where c.email = $1",
    [address],
  );
  expect(rows).toEqual([{ name: group.name }]);
  expect(
    (await database.query("select 1 from customer_group where name = $1", [fresh])).rowCount,
  ).toBe(1);
});

test("a group that was typed and not added is asked for, not lost; Tab takes the one at hand", async ({
  owner,
  database,
}) => {
  const group = await insertGroup(database);
  const other = `Nobody has ${crypto.randomUUID().slice(0, 8)}`;
  await owner.goto("/customers/new");
  await email(owner).fill(someEmail());
  const box = owner.getByRole("combobox", { name: "Groups" });
  await box.fill(other);
  // the open list may lie over the button
  await expect(owner.getByRole("option", { name: `Create “${other}”` })).toBeVisible();
  await owner.keyboard.press("Escape");
  await save(owner).click();
  await expect(owner.getByText(`“${other}” is not added yet`)).toBeVisible();
  await expect(box).toBeFocused();
  await box.fill(group.name.slice(0, -1));
  await expect(owner.getByRole("option", { name: group.name })).toHaveAttribute("id", /-0$/);
  await owner.keyboard.press("Tab");
  await expect(owner.getByRole("button", { name: `Remove ${group.name}` })).toBeVisible();
  await save(owner).click();
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  await expect(owner.getByRole("link", { name: group.name })).toBeVisible();
  expect(
    (await database.query("select 1 from customer_group where name = $1", [other])).rowCount,
  ).toBe(0);
});

test("Ctrl+Enter saves and opens another: empty, focus on the e-mail, a link to the saved one", async ({
  owner,
}) => {
  await owner.goto("/customers/new");
  await email(owner).fill(someEmail());
  await owner.getByLabel("First name").fill("First");
  await owner.getByLabel("Last name").fill("Of Many");
  await password(owner).fill("kettle orbit plum");
  await owner.keyboard.press("Control+Enter");
  await expect(owner.getByText("Saved First Of Many")).toBeVisible();
  await expect(email(owner)).toHaveValue("");
  await expect(owner.getByLabel("First name")).toHaveValue("");
  await expect(password(owner)).toHaveValue("");
  await expect(email(owner)).toBeFocused();
  await expect(owner).toHaveURL(/\/customers\/new$/);

  // the empty form is no unsaved work
  await owner.getByRole("link", { name: "First Of Many" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("First Of Many");
});

test("leaving with something typed asks: by a link, by Back, by reload; staying keeps it", async ({
  owner,
}) => {
  await owner.goto("/customers");
  await owner.getByRole("link", { name: "Add customer" }).click();
  await email(owner).fill("half-typed@example.com");
  const question = owner.getByRole("alertdialog", { name: "Leave without saving?" });

  await owner.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(question).toBeVisible();
  await owner.getByRole("button", { name: "Stay" }).click();
  await expect(email(owner)).toHaveValue("half-typed@example.com");

  await owner.evaluate(() => history.back());
  await expect(question).toBeVisible();
  await owner.keyboard.press("Escape");
  await expect(email(owner)).toHaveValue("half-typed@example.com");

  const asked = owner.waitForEvent("dialog");
  const reload = owner.reload({ timeout: 5_000 }).catch(() => null);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await reload;
  await expect(email(owner)).toHaveValue("half-typed@example.com");

  await owner.getByRole("link", { name: "Cancel" }).click();
  await owner.getByRole("button", { name: "Leave" }).click();
  await expect(owner).toHaveURL(/\/customers$/);
});

test("a double click, Enter twice and a slow network make one customer", async ({
  owner,
  database,
}) => {
  for (const hurry of [
    () => save(owner).dblclick(),
    async () => {
      await email(owner).press("Enter");
      await email(owner).press("Enter");
    },
    async () => {
      await save(owner).click();
      await email(owner).press("Control+Enter");
    },
  ]) {
    const address = someEmail();
    await owner.goto("/customers/new");
    await email(owner).fill(address);
    await expect(owner.getByText(/already/)).toBeHidden();
    await owner.route("**/customers/new", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue().catch(() => undefined);
    });
    await hurry();
    await expect(owner).toHaveURL(/\/customers\/cus_/, { timeout: 15_000 });
    await owner.unrouteAll({ behavior: "ignoreErrors" });
    const { rowCount } = await database.query("select 1 from customer where email = $1", [address]);
    expect(rowCount).toBe(1);
  }
});

test("an answer that got lost on its way is asked for again and makes no second customer", async ({
  owner,
  database,
}) => {
  const address = someEmail();
  await owner.goto("/customers/new");
  await email(owner).fill(address);
  await owner.getByLabel("First name").fill("Lost");
  // the server does its work; the browser never hears of it
  await owner.route("**/customers/new", async (route) => {
    if (route.request().method() !== "POST" || !route.request().postData()?.includes("Lost"))
      return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await save(owner).click();
  await expect(
    owner.getByText("Could not reach the server. Nothing was lost; try again."),
  ).toBeVisible();
  await expect(owner.getByLabel("First name")).toHaveValue("Lost");
  await owner.unroute("**/customers/new");
  await save(owner).click();
  await expect(owner).toHaveURL(/\/customers\/cus_/);
  const { rowCount } = await database.query("select 1 from customer where email = $1", [address]);
  expect(rowCount).toBe(1);
});

test("signed out under one's hands: the text stays, and is saved after signing in in another tab", async ({
  pageAs,
  newAdmin,
  database,
}) => {
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  const address = someEmail();
  await page.goto("/customers/new");
  await email(page).fill(address);
  await page.getByLabel("First name").fill("Kept");
  await password(page).fill("kettle orbit plum");
  await database.query("update admin_session set revoked_at = now() where admin_id = $1", [
    admin.id,
  ]);

  await save(page).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "You have been signed out." }),
  ).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("Kept");
  expect(
    (await database.query("select 1 from customer where email = $1", [address])).rowCount,
  ).toBe(0);

  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in again" }).click(),
  ]);
  await signIn(tab, database, admin);
  await tab.close();
  await save(page).click();
  await expect(page).toHaveURL(/\/customers\/cus_/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kept");
  await expect(page.getByText("Has an account")).toBeVisible();
});
