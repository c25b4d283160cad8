import { underChangeSet } from "../bench/change-set.mjs";
import { complaintsOf } from "./support/console";
import { expect, test } from "./support/fixtures";
import { insertGroup, insertNamesakes } from "./support/groups";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("a viewer reads everything and finds no control that changes anything", async ({
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ first_name: "Only", last_name: "Read", phone: "112" });
  const group = await insertGroup(database, [made.id]);
  const page = await pageAs(await newAdmin("viewer"));
  const complaints = complaintsOf(page);

  await page.goto(`/customers/${made.id}`);
  await expect(
    page.getByText("Read only", { exact: true }).filter({ visible: true }),
  ).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "112" })).toBeVisible();
  await expect(page.getByRole("link", { name: group.name })).toBeVisible();
  await expect(page.locator("ol > li").first()).toContainText("added this customer to the group");
  const main = page.getByRole("main");
  for (const name of [/edit/i, /password/i, /remove/i, /delete/i])
    await expect(main.getByRole("button", { name })).toHaveCount(0);
  await expect(main.getByRole("link", { name: /edit/i })).toHaveCount(0);
  await expect(main.getByRole("combobox")).toHaveCount(0);

  await page.goto(`/groups/${group.id}`);
  await expect(page.getByRole("link", { name: "Only Read" })).toBeVisible();
  await page.goto("/groups");
  await expect(main.getByRole("button")).toHaveCount(0);
  for (const path of ["/customers/new", `/customers/${made.id}/edit`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "You may look, not change" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  expect(complaints).toEqual([]);
});

test("somebody who became a viewer while a form was open is refused, in words, by the server", async ({
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ phone: "111" });
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  await page.goto(`/customers/${made.id}/edit`);
  await page.getByLabel("Phone").fill("222");
  await underChangeSet(database, async () => {
    await database.query("update admin set role = 'viewer' where id = $1", [admin.id]);
  });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "look at everything here, but not change" }),
  ).toBeVisible();
  await expect(page.getByLabel("Phone")).toHaveValue("222");
  expect(
    (await database.query("select phone from customer where id = $1", [made.id])).rows,
  ).toEqual([{ phone: "111" }]);
});

for (const [name, options] of [
  ["a desk", {}],
  ["a phone", PHONE],
] as const) {
  test(`the form, the record and their dialogs are accessible in both themes on ${name}`, async ({
    pageAs,
    newAdmin,
    newCustomer,
    database,
    axeClean,
  }) => {
    test.slow();
    const page = await pageAs(await newAdmin("admin"), options);
    const complaints = complaintsOf(page);
    const account = await newCustomer({ password: "kettle orbit plum", phone: "112" });
    await newCustomer({ email: account.email, first_name: "Twin" });
    const group = await insertGroup(database, [account.id]);

    await page.goto("/customers/new");
    await page.getByLabel("E-mail").fill(account.email);
    await expect(page.getByText("already is a guest")).toBeVisible();
    await page.getByRole("combobox").fill(group.name);
    await expect(page.getByRole("option", { name: group.name })).toBeVisible();
    await axeClean(page);
    await page.getByRole("combobox").fill("");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save customer" }).click();
    await expect(page.getByText("Another guest already uses this e-mail.")).toBeVisible();
    await axeClean(page);
    await page.getByRole("link", { name: "Cancel" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await axeClean(page);
    await page.getByRole("button", { name: "Leave" }).click();

    await page.goto(`/customers/${account.id}`);
    await page.getByRole("button", { name: /^Phone/ }).click();
    await page.getByRole("textbox", { name: "Phone" }).fill("1".repeat(101));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Use at most 100 characters (now 101).")).toBeVisible();
    await axeClean(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Set a new password" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await axeClean(page);
    await page.goto(`/customers/${account.id}/edit`);
    await axeClean(page);
    await page.goto("/customers/cus_none");
    await axeClean(page);
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  test(`the groups, their members and their dialogs are accessible in both themes on ${name}`, async ({
    pageAs,
    newAdmin,
    database,
    axeClean,
  }) => {
    test.slow();
    const page = await pageAs(await newAdmin("admin"), options);
    const complaints = complaintsOf(page);
    const group = await insertGroup(database, await insertNamesakes(database, 21, "Accessible"));
    await page.goto(`/groups?q=${encodeURIComponent(group.name)}`);
    await page.getByRole("button", { name: `Actions for ${group.name}` }).click();
    await expect(page.getByRole("menuitem", { name: "Delete" })).toBeVisible();
    await axeClean(page);
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await axeClean(page);
    await page.goto("/groups?q=nothing-is-called-like-this");
    await axeClean(page);
    await page.goto(`/groups/${group.id}`);
    await page.getByLabel("Choose all on this page").check();
    await axeClean(page);
    await page.getByRole("button", { name: "Add customers" }).click();
    await page.getByRole("searchbox", { name: "Search customers" }).fill("Accessible");
    await expect(page.getByRole("checkbox", { name: /Already in/ }).first()).toBeVisible();
    await axeClean(page);
    expect(complaints).toEqual([]);
  });
}

test("nothing reaches beyond the edge of a phone", async ({
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const page = await pageAs(await newAdmin("admin"), PHONE);
  const made = await newCustomer({
    first_name: "Wolfeschlegelsteinhausenbergerdorff",
    phone: "+44 20 7946 0101 ext. 100",
  });
  const group = await insertGroup(database, [made.id]);
  for (const path of [
    "/customers/new",
    `/customers/${made.id}`,
    `/customers/${made.id}/edit`,
    "/groups",
    `/groups/${group.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test("what was changed is right on the first look everywhere, by links and by Back", async ({
  owner,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({
    first_name: "Before",
    last_name: crypto.randomUUID().slice(0, 8),
  });
  const group = await insertGroup(database);
  const main = owner.getByRole("main");
  await owner.goto(`/customers?q=${made.email}`);
  await main.getByRole("link", { name: /^Before/ }).click();
  await expect(owner).toHaveURL(new RegExp(made.id));
  await owner.getByRole("button", { name: /^First name/ }).click();
  await owner.getByRole("textbox", { name: "First name" }).fill("After");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("After");
  await owner.getByRole("combobox", { name: "Add to a group" }).fill(group.name);
  await owner.getByRole("option", { name: group.name }).click();
  await main.getByRole("link", { name: group.name }).click();
  await expect(owner.getByRole("link", { name: /^After/ })).toBeVisible();
  await owner.goBack();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("After");
  await owner.goBack();
  await expect(owner).toHaveURL(/\/customers\?q=/);
  await expect(main.getByRole("link", { name: /^After/ })).toBeVisible();
  await expect(main.getByText(group.name)).toBeVisible();
  await owner.getByRole("link", { name: "Groups", exact: true }).click();
  await owner.getByRole("searchbox").fill(group.name);
  await expect(owner.getByRole("row").filter({ hasText: group.name })).toContainText("1");
});
