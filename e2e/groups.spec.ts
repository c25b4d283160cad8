import type { Page } from "@playwright/test";
import { complaintsOf } from "./support/console";
import { expect, test } from "./support/fixtures";
import { insertGroup, insertNamesakes } from "./support/groups";

const fresh = (word: string) => `${word} ${crypto.randomUUID().slice(0, 13)}`;
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const menu = (page: Page, name: string) =>
  page.getByRole("button", { name: `Actions for ${name}` });

test("a group is created, refused when the name is taken, renamed and deleted, by keyboard alone", async ({
  owner,
  database,
}) => {
  const complaints = complaintsOf(owner);
  const taken = await insertGroup(database);
  const [name, renamed] = [fresh("Made"), fresh("Renamed")];
  await owner.goto("/groups");
  await owner.getByRole("button", { name: "New group" }).focus();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("textbox", { name: "Name" })).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("Give the group a name.")).toBeVisible();
  await owner.keyboard.type(taken.name);
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("Another group already has this name.")).toBeVisible();
  await owner.getByRole("textbox", { name: "Name" }).fill(name);
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("dialog", { name: "New group" })).toBeHidden();

  await owner.getByRole("searchbox", { name: "Search groups" }).fill(name);
  await expect(owner.getByText("1–1 of 1")).toBeVisible();
  await menu(owner, name).focus();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("textbox", { name: "Name" })).toHaveValue(name);
  await owner.getByRole("textbox", { name: "Name" }).fill(renamed);
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("No group found")).toBeVisible();

  await owner.getByRole("searchbox").fill(renamed);
  await menu(owner, renamed).focus();
  await owner.keyboard.press("Enter");
  await owner.keyboard.press("ArrowDown");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("alertdialog")).toContainText("It has no members.");
  await owner.getByRole("button", { name: "Delete group" }).focus();
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("alertdialog")).toBeHidden();
  await expect(row(owner, renamed)).toHaveCount(0);
  expect(
    (await database.query("select 1 from customer_group where name = any($1)", [[name, renamed]]))
      .rowCount,
  ).toBe(0);
  expect(complaints).toEqual([]);
});

test("a double click on Create makes one group", async ({ owner, database }) => {
  const name = fresh("Twice");
  await owner.goto("/groups");
  await owner.getByRole("button", { name: "New group" }).click();
  await owner.getByRole("textbox", { name: "Name" }).fill(name);
  await owner.getByRole("button", { name: "Create group" }).dblclick();
  await expect(owner.getByText(`Created ${name}`)).toBeVisible();
  expect(
    (await database.query("select 1 from customer_group where name = $1", [name])).rowCount,
  ).toBe(1);
});

test("deleting a group says how many lose it; they keep all else, and it is gone from their pages", async ({
  owner,
  database,
}) => {
  const members = await insertNamesakes(database, 30, fresh("Loser"));
  const group = await insertGroup(database, members);
  await owner.goto(`/groups?q=${encodeURIComponent(group.name)}`);
  await menu(owner, group.name).click();
  await owner.getByRole("menuitem", { name: "Delete" }).click();
  const question = owner.getByRole("alertdialog");
  await expect(question).toContainText(`Delete the group “${group.name}”?`);
  await expect(question).toContainText(
    "30 customers lose the group. The customers themselves stay.",
  );
  await question.getByRole("button", { name: "Delete group" }).click();
  await expect(owner.getByText(`Deleted the group ${group.name}`)).toBeVisible();
  await owner.goto(`/customers/${members[0]}`);
  await expect(owner.getByText("In no group.")).toBeVisible();
  await expect(owner.locator("ol > li").first()).toContainText(
    `removed this customer from the group ${group.name}`,
  );
  expect(
    (await database.query("select 1 from customer where id = any($1)", [members])).rowCount,
  ).toBe(30);
});

test("a group deleted from its own page leads to the groups", async ({ owner, database }) => {
  const group = await insertGroup(database);
  await owner.goto(`/groups/${group.id}`);
  await owner.getByRole("button", { name: "Delete" }).click();
  await owner.getByRole("button", { name: "Delete group" }).click();
  await expect(owner).toHaveURL(/\/groups$/);
  await expect(owner.getByText(`Deleted the group ${group.name}`)).toBeVisible();
  expect((await owner.goto(`/groups/${group.id}`))?.status()).toBe(404);
  await expect(owner.getByRole("heading", { name: "This group is not here" })).toBeVisible();
});

test("after a group was deleted from its own page, no page that Back brings has it", async ({
  owner,
  database,
}) => {
  const [member = ""] = await insertNamesakes(database, 1, fresh("Back"));
  const group = await insertGroup(database, [member]);
  await owner.goto(`/customers/${member}`);
  await owner.getByRole("link", { name: group.name }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(group.name);
  await owner.getByRole("button", { name: "Delete" }).click();
  await owner.getByRole("button", { name: "Delete group" }).click();
  await expect(owner).toHaveURL(/\/groups$/);
  await expect(row(owner, group.name)).toHaveCount(0);
  await owner.evaluate(() => history.go(-2));
  await expect(owner).toHaveURL(new RegExp(`/customers/${member}$`));
  await expect(owner.getByText("In no group.")).toBeVisible();
});

test("two people rename one group: the second chooses", async ({
  owner,
  pageAs,
  newAdmin,
  database,
}) => {
  const group = await insertGroup(database);
  const [theirs, mine] = [fresh("Theirs"), fresh("Mine")];
  const colleague = await pageAs(await newAdmin("admin"));
  for (const page of [owner, colleague]) {
    await page.goto(`/groups/${group.id}`);
    await page.getByRole("button", { name: "Rename" }).click();
  }
  await colleague.getByRole("textbox", { name: "Name" }).fill(theirs);
  await colleague.keyboard.press("Enter");
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(theirs);
  await owner.getByRole("textbox", { name: "Name" }).fill(mine);
  await owner.keyboard.press("Enter");
  const conflict = owner.getByRole("group", { name: /somebody else changed this/i });
  await expect(conflict).toContainText(theirs);
  await conflict.getByRole("button", { name: "Save mine" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(mine);
});

test("members are searched, paged, and every one of them is on one page", async ({
  owner,
  database,
}) => {
  const last = fresh("Paged");
  const group = await insertGroup(database, await insertNamesakes(database, 41, last));
  await owner.goto(`/groups/${group.id}`);
  const names = owner.getByRole("row").getByRole("link");
  const seen: string[] = [];
  for (const range of ["1–20 of 41", "21–40 of 41", "41–41 of 41"]) {
    await expect(owner.getByText(range)).toBeVisible();
    seen.push(...(await names.allTextContents()));
    const next = owner.getByRole("link", { name: "Next page" });
    if (range !== "41–41 of 41") await next.click();
  }
  expect(new Set(seen).size).toBe(41);
  await owner.getByRole("searchbox", { name: "Search members" }).fill("member ahx");
  await expect(owner.getByText("1–1 of 1")).toBeVisible();
  await expect(row(owner, "Member ahx")).toBeVisible();
  await owner.getByRole("searchbox").fill("nobody at all");
  await expect(owner.getByRole("heading", { name: "No member found" })).toBeVisible();
});

test("removing the last member of the last page lands on the page before; it can be put back", async ({
  owner,
  database,
}) => {
  const last = fresh("Tail");
  const group = await insertGroup(database, await insertNamesakes(database, 21, last));
  await owner.goto(`/groups/${group.id}?page=2`);
  await expect(owner.getByText("21–21 of 21")).toBeVisible();
  await owner.getByRole("button", { name: `Remove Member aux ${last} from the group` }).click();
  await expect(owner.getByText("1–20 of 20")).toBeVisible();
  await expect(owner.getByText("20 members")).toBeVisible();
  await owner.getByRole("button", { name: "Put back" }).click();
  await expect(owner.getByText("21 members")).toBeVisible();

  await owner.goto(`/groups/${group.id}`);
  await owner.getByLabel("Choose all on this page").check();
  await owner.getByLabel(`Choose Member acx ${last}`).uncheck();
  await owner.getByRole("button", { name: "Remove from the group" }).click();
  await expect(owner.getByText("1–2 of 2")).toBeVisible();
  await expect(row(owner, "Member acx")).toBeVisible();
});

test("customers are found for a group as in the list, members are marked, choices stay while one searches on", async ({
  owner,
  newCustomer,
  database,
}) => {
  const word = crypto.randomUUID().slice(0, 8);
  const maria = await newCustomer({
    first_name: "Maria Jose",
    last_name: `Lind${word}`,
    phone: "+44 20 7946 0101",
  });
  const ben = await newCustomer({ first_name: "Ben", last_name: `Okri${word}` });
  const member = await newCustomer({ first_name: "Already", last_name: `In${word}` });
  const group = await insertGroup(database, [member.id]);
  await owner.goto(`/groups/${group.id}`);
  await owner.getByRole("button", { name: "Add customers" }).click();
  const dialog = owner.getByRole("dialog");
  const search = dialog.getByRole("searchbox", { name: "Search customers" });
  await expect(search).toBeFocused();
  for (const q of [`lind${word} maria`, maria.email, maria.id, `Lind${word}`]) {
    await search.fill(q);
    await expect(
      dialog.getByRole("checkbox", { name: new RegExp(`^Maria Jose Lind${word}`) }),
      q,
    ).toBeVisible();
    await expect(dialog.getByRole("checkbox"), q).toHaveCount(1);
  }
  await dialog.getByRole("checkbox").check();
  await search.fill(`Okri${word}`);
  await dialog.getByRole("checkbox", { name: new RegExp(`^Ben Okri${word}`) }).check();
  await expect(dialog.getByRole("list", { name: "Chosen" }).getByRole("listitem")).toHaveCount(2);
  await search.fill(`In${word}`);
  const already = dialog.getByRole("checkbox", { name: new RegExp(`^Already In${word}`) });
  await expect(already).toBeChecked();
  await expect(already).toBeDisabled();
  await search.fill("nobody of this name");
  await expect(dialog.getByText("No customer found.")).toBeVisible();
  await dialog.getByRole("button", { name: "Add 2 customers" }).click();
  await expect(owner.getByText(`Added 2 customers to ${group.name}`)).toBeVisible();
  await expect(owner.getByText("3 members")).toBeVisible();
  await owner.goto(`/customers/${ben.id}`);
  await expect(owner.getByRole("link", { name: group.name })).toBeVisible();
});

test("every customer is reachable in the picker by scrolling or by its button", async ({
  owner,
  database,
}) => {
  const last = fresh("Many").replace(" ", "");
  await insertNamesakes(database, 65, last);
  const group = await insertGroup(database);
  await owner.goto(`/groups/${group.id}`);
  await owner.getByRole("button", { name: "Add customers" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(last);
  await expect(dialog.getByText("65 found")).toBeAttached();
  for (const count of [60, 65]) {
    await dialog.getByRole("checkbox").last().scrollIntoViewIfNeeded();
    await expect.poll(() => dialog.getByRole("checkbox").count()).toBeGreaterThanOrEqual(count);
  }
  await expect(dialog.getByRole("checkbox")).toHaveCount(65);
  await expect(dialog.getByRole("button", { name: "Show more" })).toBeHidden();
});

test("without the server the picker asks once for the next customers, and again when told to", async ({
  owner,
  database,
}) => {
  const last = fresh("Cut").replace(" ", "");
  await insertNamesakes(database, 35, last);
  const group = await insertGroup(database);
  await owner.goto(`/groups/${group.id}`);
  await owner.getByRole("button", { name: "Add customers" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(last);
  await expect(dialog.getByText("35 found")).toBeAttached();
  let asked = 0;
  await owner.route(`**/groups/${group.id}`, (route) => {
    asked += 1;
    return route.abort();
  });
  await dialog.getByRole("checkbox").last().scrollIntoViewIfNeeded();
  await expect(dialog.getByText("Could not ask for customers.")).toBeVisible();
  await owner.waitForTimeout(1_000);
  expect(asked).toBe(1);
  await expect(dialog.getByRole("checkbox")).toHaveCount(30);

  await owner.unrouteAll();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("checkbox")).toHaveCount(35);
  await expect(dialog.getByText("Could not ask for customers.")).toBeHidden();
});

test("an answer to an older search never replaces a newer one", async ({
  owner,
  newCustomer,
  database,
}) => {
  const word = crypto.randomUUID().slice(0, 8);
  await newCustomer({ first_name: "Slow", last_name: `Old${word}` });
  await newCustomer({ first_name: "Quick", last_name: `New${word}` });
  const group = await insertGroup(database);
  await owner.goto(`/groups/${group.id}`);
  await owner.getByRole("button", { name: "Add customers" }).click();
  const dialog = owner.getByRole("dialog");
  await expect(dialog.getByRole("checkbox").first()).toBeVisible();
  await owner.route(`**/groups/${group.id}`, async (route) => {
    if (route.request().postData()?.includes("Old"))
      await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  await dialog.getByRole("searchbox").fill(`Old${word}`);
  await owner.waitForRequest((request) => request.postData()?.includes(`Old${word}`) ?? false);
  await dialog.getByRole("searchbox").fill(`New${word}`);
  await expect(dialog.getByRole("checkbox", { name: /^Quick/ })).toBeVisible();
  await expect(dialog.getByRole("checkbox")).toHaveCount(1);
  await owner.unrouteAll({ behavior: "ignoreErrors" });
});

test("an address that asks for a page beyond the end, or for nonsense, shows a sensible page", async ({
  owner,
  database,
}) => {
  const last = fresh("Odd");
  const group = await insertGroup(database, await insertNamesakes(database, 21, last));
  for (const query of [
    "page=99",
    "page=-1",
    "page=abc",
    "page=1.5",
    "page=99999999999999999999",
    "size=7",
    "q=%00",
    "page=2&page=1",
    "q=%25",
  ]) {
    const response = await owner.goto(`/groups/${group.id}?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(owner.getByRole("heading", { level: 1 }), query).toHaveText(group.name);
  }
  await owner.goto(`/groups/${group.id}?page=99`);
  await expect(owner.getByText("21–21 of 21")).toBeVisible();
  for (const query of ["page=99", "page=abc", "size=abc", "q=%00", "q=%F0%9F%91%8D", "q='"])
    expect((await owner.goto(`/groups?${query}`))?.status(), query).toBe(200);
});
