import type { Page } from "@playwright/test";
import { complaintsOf } from "./support/console";
import { expect, signIn, someEmail, test } from "./support/fixtures";
import { insertGroup } from "./support/groups";

/** The value of a field as the button that opens its editor. */
const value = (page: Page, label: string) =>
  page.getByRole("button", { name: new RegExp(`^${label} .* edit$`) });
const editor = (page: Page, label: string) =>
  page.getByRole("textbox", { name: label, exact: true });
const card = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
const alert = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text });
/** The entries, without the lines inside them. */
const timeline = (page: Page) => card(page, "Timeline").locator("ol > li");

test("a field is edited where it stands, by keyboard: Enter saves, Escape restores, Tab saves and moves on", async ({
  owner,
  newCustomer,
  database,
}) => {
  const complaints = complaintsOf(owner);
  const made = await newCustomer({ first_name: "Ann", last_name: "Lee", phone: "112" });
  await owner.goto(`/customers/${made.id}`);

  await value(owner, "First name").focus();
  await owner.keyboard.press("Enter");
  await expect(editor(owner, "First name")).toBeFocused();
  await owner.keyboard.type("Anna");
  await owner.keyboard.press("Enter");
  await expect(value(owner, "First name")).toContainText("Anna");
  await expect(value(owner, "First name")).toBeFocused();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Anna Lee");

  await owner.keyboard.press("Enter");
  await owner.keyboard.type("Never");
  await owner.keyboard.press("Escape");
  await expect(value(owner, "First name")).toContainText("Anna");
  await expect(value(owner, "First name")).toBeFocused();

  await owner.keyboard.press("Enter");
  await owner.keyboard.type("Annie");
  await owner.keyboard.press("Tab");
  await expect(value(owner, "Last name")).toBeFocused();
  await expect(value(owner, "First name")).toContainText("Annie");

  const { rows } = await database.query(
    "select first_name, last_name, phone, version from customer where id = $1",
    [made.id],
  );
  expect(rows).toEqual([{ first_name: "Annie", last_name: "Lee", phone: "112", version: 3 }]);
  await expect(timeline(owner).first()).toContainText("changed the first name from Anna to Annie");
  expect(complaints).toEqual([]);
});

test("an optional field is cleared by emptying it, and empty after a reload", async ({
  owner,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ phone: "+44 20 7946 0101" });
  await owner.goto(`/customers/${made.id}`);
  await value(owner, "Phone").click();
  await editor(owner, "Phone").fill("");
  await editor(owner, "Phone").press("Enter");
  await expect(value(owner, "Phone")).toContainText("Empty");
  await owner.reload();
  await expect(value(owner, "Phone")).toContainText("Empty");
  const { rows } = await database.query("select phone from customer where id = $1", [made.id]);
  expect(rows).toEqual([{ phone: null }]);
  await expect(timeline(owner).first()).toContainText(
    "changed the phone from +44 20 7946 0101 to —",
  );
});

test("a refused value stays in the field with its reason, and leaving it behind asks", async ({
  owner,
  newCustomer,
}) => {
  const [made, other] = [
    await newCustomer(),
    await newCustomer({ first_name: "Anna", last_name: "Berg" }),
  ];
  await owner.goto(`/customers/${made.id}`);
  await value(owner, "E-mail").click();
  await editor(owner, "E-mail").fill(other.email);
  await owner.keyboard.press("Enter");
  await expect(alert(owner, "Another guest already uses this e-mail.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Open Anna Berg" })).toBeVisible();
  await expect(editor(owner, "E-mail")).toHaveValue(other.email);
  await expect(editor(owner, "E-mail")).toBeFocused();

  await owner.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(owner.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  await owner.getByRole("button", { name: "Stay" }).click();

  await editor(owner, "E-mail").fill("not an@address.example");
  await editor(owner, "E-mail").press("Enter");
  await expect(alert(owner, "An e-mail address has no blanks.")).toBeVisible();
  await editor(owner, "E-mail").press("Escape");
  await expect(value(owner, "E-mail")).toContainText(made.email);
});

test("the e-mail of an account can be corrected, and it is said that it is what one signs in with", async ({
  owner,
  newCustomer,
}) => {
  const made = await newCustomer({ password: "kettle orbit plum" });
  const fresh = someEmail();
  await owner.goto(`/customers/${made.id}`);
  await value(owner, "E-mail").click();
  await expect(owner.getByText("The customer signs in with this address.")).toBeVisible();
  await editor(owner, "E-mail").fill(fresh);
  await editor(owner, "E-mail").press("Enter");
  await expect(value(owner, "E-mail")).toContainText(fresh);
  await expect(timeline(owner).first()).toContainText(
    `changed the e-mail from ${made.email} to ${fresh}`,
  );
});

test("two people at one field: the second is shown both values and chooses", async ({
  owner,
  pageAs,
  newAdmin,
  newCustomer,
}) => {
  const made = await newCustomer({ phone: "111" });
  const colleague = await pageAs(await newAdmin("admin"));
  for (const page of [owner, colleague]) await page.goto(`/customers/${made.id}`);

  for (const [mine, choice, kept] of [
    ["333", "Keep theirs", "222"],
    ["555", "Save mine", "555"],
  ] as const) {
    await owner.reload();
    await value(owner, "Phone").click();
    const theirs = choice === "Keep theirs" ? "222" : "444";
    await value(colleague, "Phone").click();
    await editor(colleague, "Phone").fill(theirs);
    await editor(colleague, "Phone").press("Enter");
    await expect(value(colleague, "Phone")).toContainText(theirs);

    await editor(owner, "Phone").fill(mine);
    await editor(owner, "Phone").press("Enter");
    const conflict = owner.getByRole("group", { name: /changed this meanwhile/ });
    await expect(conflict).toContainText(theirs);
    await expect(conflict).toContainText(mine);
    await expect(conflict.getByRole("button", { name: "Keep theirs" })).toBeFocused();
    await owner.keyboard.press(choice === "Keep theirs" ? "t" : "m");
    await expect(value(owner, "Phone")).toContainText(kept);
    await expect(value(owner, "Phone")).toBeFocused();
  }
  await owner.reload();
  await expect(value(owner, "Phone")).toContainText("555");
});

test("a session that ended under a field keeps the text, and saves it after signing in elsewhere", async ({
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ phone: "111" });
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  await page.goto(`/customers/${made.id}`);
  await database.query("update admin_session set revoked_at = now() where admin_id = $1", [
    admin.id,
  ]);
  await value(page, "Phone").click();
  await editor(page, "Phone").fill("222");
  await editor(page, "Phone").press("Enter");
  await expect(alert(page, "You have been signed out.")).toBeVisible();
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in again" }).click(),
  ]);
  await signIn(tab, database, admin);
  await tab.close();
  await editor(page, "Phone").press("Enter");
  await expect(value(page, "Phone")).toContainText("222");
});

test("a guest becomes an account by a password; the timeline says no more of it", async ({
  owner,
  newCustomer,
  database,
}) => {
  const made = await newCustomer();
  await owner.goto(`/customers/${made.id}`);
  await owner.getByRole("button", { name: "Set a password" }).click();
  const dialog = owner.getByRole("dialog", { name: "Set a password" });
  await expect(dialog).toContainText("this guest becomes an account");
  await dialog.getByLabel("Password", { exact: true }).fill("short");
  await dialog.getByRole("button", { name: "Save password" }).click();
  await expect(dialog.getByText("Use at least 8 characters.")).toBeVisible();
  await dialog.getByRole("button", { name: "Generate" }).click();
  const secret = await dialog.getByLabel("Password", { exact: true }).inputValue();
  await dialog.getByRole("button", { name: "Save password" }).click();
  await expect(dialog).toBeHidden();

  await expect(owner.getByText("Has an account: signs in")).toBeVisible();
  await expect(timeline(owner).first()).toContainText("set a new password");
  await expect(timeline(owner).first()).toContainText("made this guest an account");
  await expect(owner.getByRole("button", { name: "Set a new password" })).toBeVisible();
  expect(await owner.content()).not.toContain(secret);
  const { rows } = await database.query("select has_account from customer where id = $1", [
    made.id,
  ]);
  expect(rows).toEqual([{ has_account: true }]);
});

test("a guest beside an account with the same e-mail stays a guest, and both point to each other", async ({
  owner,
  newCustomer,
}) => {
  const account = await newCustomer({
    first_name: "The",
    last_name: "Account",
    password: "kettle orbit plum",
  });
  const guest = await newCustomer({ email: account.email, first_name: "The", last_name: "Guest" });
  await owner.goto(`/customers/${guest.id}`);
  await expect(owner.getByText("so this one stays a guest")).toBeVisible();
  await expect(owner.getByRole("button", { name: "Set a password" })).toBeHidden();
  await owner.getByRole("link", { name: "The Account" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("The Account");
  await owner.getByRole("link", { name: "The Guest" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("The Guest");
});

test("groups are added and removed at once, and a removal is put back", async ({
  owner,
  newCustomer,
  database,
}) => {
  const made = await newCustomer();
  const group = await insertGroup(database);
  await owner.goto(`/customers/${made.id}`);
  const groups = card(owner, "Groups");
  await groups.getByRole("combobox", { name: "Add to a group" }).fill(group.name);
  await groups.getByRole("option", { name: group.name }).click();
  await expect(groups.getByRole("link", { name: group.name })).toBeVisible();
  await expect(timeline(owner).first()).toContainText(
    `added this customer to the group ${group.name}`,
  );

  await groups.getByRole("button", { name: `Remove from ${group.name}` }).click();
  await expect(groups.getByRole("link", { name: group.name })).toBeHidden();
  await expect(timeline(owner).first()).toContainText(
    `removed this customer from the group ${group.name}`,
  );
  await owner.getByRole("button", { name: "Put back" }).click();
  await expect(groups.getByRole("link", { name: group.name })).toBeVisible();

  // a group it is in already is marked and cannot be chosen again
  await groups.getByRole("combobox", { name: "Add to a group" }).fill(group.name);
  await expect(groups.getByRole("option", { name: group.name })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await groups.getByRole("link", { name: group.name }).click();
  await expect(owner.getByText("1 member", { exact: true })).toBeVisible();
});

test("what the API changed is in the timeline with the token's name; older entries are a page away", async ({
  owner,
  newCustomer,
  api,
}) => {
  const made = await newCustomer({ phone: "0" });
  const { fetch } = await api("write");
  for (let i = 1; i <= 21; i++) {
    const response = await fetch(`/admin/customers/${made.id}`, {
      method: "POST",
      body: JSON.stringify({ phone: `${i}` }),
    });
    expect(response.status).toBe(200);
  }
  await owner.goto(`/customers/${made.id}`);
  await expect(timeline(owner)).toHaveCount(20);
  await expect(timeline(owner).first()).toContainText("Test write changed the phone from 20 to 21");
  await expect(timeline(owner).first()).toContainText("API token");
  await expect(owner.getByText("1–20 of 22, the newest first")).toBeVisible();
  await owner.getByRole("link", { name: "Older" }).click();
  await expect(timeline(owner)).toHaveCount(2);
  await expect(timeline(owner).last()).toContainText("created this customer");
  await owner.goBack();
  await expect(timeline(owner)).toHaveCount(20);
});

test("the way back leads to the very list one came from", async ({ owner, newCustomer }) => {
  const made = await newCustomer();
  const list = new URLSearchParams({ list: `q=${encodeURIComponent(made.email)}&account=guest` });
  await owner.goto(`/customers/${made.id}?${list}`);
  await owner.getByRole("link", { name: "Edit all fields" }).click();
  await owner.getByRole("textbox", { name: "First name" }).fill("Changed");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Changed");
  await owner.getByRole("link", { name: "Back to customers" }).click();
  await expect(owner).toHaveURL(
    new RegExp(
      `/customers\\?q=${encodeURIComponent(made.email).replaceAll(".", "\\.")}&account=guest$`,
    ),
  );
  await expect(owner.getByRole("link", { name: "Changed Person" })).toBeVisible();
});

test("a list parameter that points elsewhere leads to the customers all the same", async ({
  owner,
  newCustomer,
}) => {
  const made = await newCustomer();
  for (const list of [
    "//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/../settings",
    "\u0000%%%",
  ]) {
    await owner.goto(`/customers/${made.id}?list=${encodeURIComponent(list)}`);
    const href = await owner.getByRole("link", { name: "Back to customers" }).getAttribute("href");
    expect(href).toMatch(/^\/customers(?:\?[\w%=&.+-]*)?$/);
  }
});

test("a customer that is not there is a page with a way on and status 404, whatever the address holds", async ({
  owner,
}) => {
  for (const id of [
    "cus_none",
    "x".repeat(300),
    "%00",
    "..%2Fgroups",
    "'%20or%201=1--",
    "%F0%9F%91%8D",
  ]) {
    const response = await owner.goto(`/customers/${id}`);
    expect(response?.status(), id).toBe(404);
    await expect(
      owner.getByRole("heading", { name: "This customer is not here" }),
      id,
    ).toBeVisible();
  }
  expect((await owner.goto("/customers/cus_none/edit"))?.status()).toBe(404);
  await owner.getByRole("link", { name: "To the customers" }).click();
  await expect(owner).toHaveURL(/\/customers$/);
});
