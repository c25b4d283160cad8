import type { Page } from "@playwright/test";
import { cell, insertCustomers, rows, someWord } from "./support/customers";
import { expect, test } from "./support/fixtures";
import { insertGroup } from "./support/groups";

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("the list is clean for assistive technology, with its filters open too", async ({
  owner: page,
  database,
  axeClean,
}) => {
  test.slow(); // six scans of the page
  const word = someWord();
  const group = await insertGroup(database);
  await insertCustomers(database, [
    { first_name: "Ada", last_name: word, has_account: true, groups: [group.id], phone: "1" },
    { company_name: `Ltd ${word}`, email: null },
  ]);
  await page.goto(`/customers?q=${word}&group=${group.id}&from=2020-01-01`);
  await expect(rows(page)).toHaveCount(1);
  await axeClean(page);
  await page.getByRole("button", { name: /^Groups/ }).click();
  await expect(page.getByRole("combobox", { name: "Find a group" })).toBeVisible();
  await axeClean(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Created/ }).click();
  await expect(page.getByLabel("From")).toBeVisible();
  await axeClean(page);
});

test("a cell that is being edited and one that was refused are clean for assistive technology", async ({
  owner: page,
  database,
  axeClean,
}) => {
  const word = someWord();
  await insertCustomers(database, [{ first_name: "Ada", last_name: word }]);
  await page.goto(`/customers?q=${word}`);
  await cell(page, 0, "E-mail").dblclick();
  await axeClean(page);
  await page.keyboard.type("?");
  await page.keyboard.press("Enter");
  await expect(page.locator("[popover]:popover-open")).toBeVisible();
  await axeClean(page);
});

test("what a cell has no room for is said under the mouse, the groups behind the number too", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const groups = [await insertGroup(database), await insertGroup(database)];
  const long = `Company ${"of many words ".repeat(10).trim()}`;
  await insertCustomers(database, [
    {
      first_name: "Wolfeschlegelsteinhausenbergerdorff".repeat(3),
      last_name: word,
      company_name: long,
      groups: groups.map(({ id }) => id),
    },
  ]);
  await page.goto(`/customers?q=${word}`);
  const name = cell(page, 0, "Name").getByRole("link");
  const full = (await name.textContent()) ?? "";
  await expect(name.getByTitle(full)).toBeVisible();
  await expect(name).toHaveAccessibleDescription("");
  await expect(cell(page, 0, "Company").getByTitle(long)).toBeVisible();
  const names = groups.map((group) => group.name).sort();
  await expect(cell(page, 0, "Groups").getByTitle(names.join(", "))).toBeVisible();
});

test("a right-to-left override in the first name leaves the last name as it is", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [id] = await insertCustomers(database, [{ first_name: "Ada\u202egro", last_name: word }]);
  const runsForward = () =>
    page
      .getByText(word, { exact: true })
      .first()
      .evaluate((element) => {
        const [first, last] = [document.createRange(), document.createRange()];
        const text = element.firstChild as Text;
        first.setStart(text, 0);
        first.setEnd(text, 1);
        last.setStart(text, text.length - 1);
        last.setEnd(text, text.length);
        return first.getBoundingClientRect().left < last.getBoundingClientRect().left;
      });
  await page.goto(`/customers?q=${word}`);
  expect(await runsForward()).toBe(true);
  await page.goto(`/customers/${id}`);
  expect(await runsForward()).toBe(true);
});

test("no matches is a page of its own, clean for assistive technology", async ({
  owner: page,
  axeClean,
}) => {
  await page.goto(`/customers?q=${someWord()}&account=guest`);
  await expect(page.getByRole("link", { name: "Search all customers" })).toBeVisible();
  await axeClean(page);
});

test("on a phone each row is a card, nothing is wider than the screen, and filters wait behind a button", async ({
  pageAs,
  newAdmin,
  database,
  axeClean,
}) => {
  const word = someWord();
  const group = await insertGroup(database);
  await insertCustomers(database, [
    {
      first_name: "Wolfeschlegelsteinhausenbergerdorff".repeat(3),
      last_name: word,
      email: `${word}${"long".repeat(12)}@${"sub.".repeat(30)}example.com`,
      company_name: `Company ${"of many words ".repeat(10)}`,
      has_account: true,
    },
    {
      first_name: "Bo",
      last_name: word,
      phone: "0800-FLOWERS",
      company_name: "Bo Ltd",
      groups: [group.id],
    },
  ]);
  const page = await pageAs(await newAdmin("admin"), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/customers?q=${word}&sort=name`);
  await expect(rows(page)).toHaveCount(2);
  expect(await overflow(page)).toBe(0);
  await expect(page.getByRole("row")).toHaveCount(3);
  const card = rows(page).filter({ hasText: "0800-FLOWERS" });
  await expect(card.getByText("Bo Ltd")).toBeInViewport();
  await expect(card.getByText(group.name)).toBeInViewport();
  await axeClean(page);
  await expect(page.getByRole("combobox", { name: "Order" })).toBeHidden();
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("combobox", { name: "Order" }).selectOption("Name, Z to A");
  await expect(page).toHaveURL(/sort=-name/);
  await page.getByText("Guests", { exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await overflow(page)).toBe(0);
  await rows(page)
    .getByRole("link", { name: `Bo ${word}` })
    .click();
  await expect(page).toHaveURL(/\/customers\/cus_/);
});

for (const width of [640, 1024, 1280, 1920])
  test(`at ${width} pixels the page itself never scrolls sideways`, async ({ owner: page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/customers");
    await expect(rows(page).first()).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0); // below it is the room kept for a scroll bar
  });

test("on paper the whole table fits a sheet of A4, without what one can only click", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const group = await insertGroup(database);
  await insertCustomers(database, [
    {
      first_name: "Wolfeschlegelsteinhausenbergerdorff",
      last_name: word,
      email: `${word}${"long".repeat(8)}@example.com`,
      company_name: `Company ${"of many words ".repeat(4).trim()}`,
      phone: "+44 (0)7700 90 00 77",
      groups: [group.id],
    },
  ]);
  await page.setViewportSize({ width: 718, height: 1000 }); // A4 upright without its margins
  await page.goto(`/customers?q=${word}`);
  await expect(rows(page)).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add customer" })).toBeHidden();
  for (const column of ["Name", "Company", "Groups", "Updated"] as const) {
    const box = await cell(page, 0, column).boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 999), column).toBeLessThanOrEqual(718);
  }
  const isCut = await cell(page, 0, "Company")
    .locator("bdi")
    .evaluate((text) => text.scrollWidth > text.clientWidth);
  expect(isCut).toBe(false);
});

test("the rows are there before any script runs on the page, and loading leaves no complaint", async ({
  owner: page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await hydrate;
    await route.continue();
  });
  let go: (() => void) | undefined;
  const hydrate = new Promise<void>((release) => {
    go = release;
  });
  await page.goto("/customers", { waitUntil: "commit" });
  await expect(rows(page).first()).toBeVisible();
  go?.();
  await cell(page, 0, "Name").focus();
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(cell(page, 0, "Name")).not.toBeFocused({ timeout: 500 });
  }).toPass();
  expect(complaints).toEqual([]);
});
