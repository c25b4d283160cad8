import type { Page } from "@playwright/test";
import { cell, insertCustomers, rows, someWord } from "./support/customers";
import { expect, test } from "./support/fixtures";

/** Three customers of this word, by name, and the list that shows them. */
async function three(page: Page, database: Parameters<typeof insertCustomers>[0], word: string) {
  const ids = await insertCustomers(database, [
    { first_name: "Ada", last_name: word, email: `ada-${word}@example.com`, phone: "111" },
    { first_name: "Ben", last_name: word, email: `ben-${word}@example.com`, company_name: "Tea" },
    { first_name: "Cleo", last_name: word, email: `cleo-${word}@example.com` },
  ]);
  await page.goto(`/customers?q=${word}&sort=name`);
  await expect(rows(page)).toHaveCount(3);
  return ids;
}

const editor = (page: Page, label: string) =>
  page.getByRole("grid").getByRole("textbox", { name: label });

test("keys move one focus through the table, and Tab leaves it where it was", async ({
  owner: page,
  database,
}) => {
  await three(page, database, someWord());
  await cell(page, 0, "Name").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, 0, "E-mail")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, 1, "E-mail")).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(page, 1, "Updated")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, 1, "Updated")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cell(page, 1, "Name")).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(page, 2, "Updated")).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(cell(page, 0, "Updated")).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(cell(page, 2, "Updated")).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, 0, "Name")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("grid").locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, 1, "Name")).toBeFocused();
  await expect(rows(page).locator("[tabindex='0']")).toHaveCount(1);
});

test("Enter edits, saves and goes down; a letter begins anew; Tab goes right, Shift+Tab left", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [ada, ben] = await three(page, database, word);
  await cell(page, 0, "Phone").click();
  await page.keyboard.press("Enter");
  await expect(editor(page, "Phone")).toHaveValue("111");
  await page.keyboard.type("222");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "Phone")).toBeFocused();
  await expect(cell(page, 0, "Phone")).toHaveText("111222");
  await page.keyboard.type("+44 7700 900123");
  await expect(editor(page, "Phone")).toHaveValue("+44 7700 900123");
  await page.keyboard.press("Tab");
  await expect(cell(page, 1, "Company")).toBeFocused();
  await expect(cell(page, 1, "Phone")).toHaveText("+44 7700 900123");
  await page.keyboard.type("Coffee");
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, 1, "Phone")).toBeFocused();
  await expect(cell(page, 1, "Company")).toHaveText("Coffee");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect
    .poll(async () => {
      const { rows: saved } = await database.query(
        "select phone, company_name from customer where id = any($1) order by id = $2",
        [[ada, ben], ben],
      );
      return saved;
    })
    .toEqual([
      { phone: "111222", company_name: null },
      { phone: "+44 7700 900123", company_name: "Coffee" },
    ]);
  await page.reload();
  await expect(cell(page, 0, "Phone")).toHaveText("111222");
});

test("Escape restores and saves nothing", async ({ owner: page, database }) => {
  const word = someWord();
  await three(page, database, word);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts++;
  });
  await cell(page, 0, "E-mail").click();
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, "E-mail")).toBeFocused();
  await expect(cell(page, 0, "E-mail")).toHaveText(`ada-${word}@example.com`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "E-mail")).toBeFocused();
  expect(posts).toBe(0);
});

test("a double click edits, leaving saves, an emptied field is empty afterwards", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [, ben] = await three(page, database, word);
  await cell(page, 1, "Company").dblclick();
  await editor(page, "Company").fill("");
  await cell(page, 2, "Phone").click();
  await expect(cell(page, 2, "Phone")).toBeFocused();
  await expect(cell(page, 1, "Company")).toHaveText("");
  await expect
    .poll(async () => {
      const { rows: saved } = await database.query(
        "select company_name from customer where id = $1",
        [ben],
      );
      return saved[0];
    })
    .toEqual({ company_name: null });
});

test("a name is edited in its two parts, and the row stays where it is while one works", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [ada] = await three(page, database, word);
  await cell(page, 0, "Name").focus();
  await page.keyboard.press("F2");
  await editor(page, "First name").fill("Zora");
  await page.keyboard.press("Tab");
  await expect(editor(page, "Last name")).toBeFocused();
  await editor(page, "Last name").fill(`${word} Ø'Neil`);
  await page.keyboard.press("Tab");
  await expect(cell(page, 0, "E-mail")).toBeFocused();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(cell(page, 0, "Name")).toHaveText(`Zora ${word} Ø'Neil`);
  await expect(cell(page, 0, "E-mail")).toBeFocused();
  const { rows: saved } = await database.query(
    "select first_name, last_name from customer where id = $1",
    [ada],
  );
  expect(saved[0]).toEqual({ first_name: "Zora", last_name: `${word} Ø'Neil` });
  await page.reload();
  await expect(cell(page, 2, "Name")).toHaveText(`Zora ${word} Ø'Neil`);
});

test("what was edited here is new on every other page, and back here by link and by Back", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await three(page, database, word);
  await cell(page, 0, "Name").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Ada ${word}`);
  await page.goBack();
  await cell(page, 0, "Name").focus();
  await page.keyboard.press("Enter");
  await editor(page, "First name").fill("Adele");
  await page.keyboard.press("Enter");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Adele ${word}`);
  await page.getByRole("link", { name: "Back to customers" }).click();
  await expect(cell(page, 0, "Name")).toHaveText(`Adele ${word}`);
  await cell(page, 0, "E-mail").focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Adele ${word}`);
});

test("the focused cell is copied", async ({ owner: page, database }) => {
  const word = someWord();
  await three(page, database, word);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await cell(page, 1, "E-mail").focus();
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`ben-${word}@example.com`);
  await expect(editor(page, "E-mail")).toHaveCount(0);
});

test("the keyboard alone searches, edits and opens", async ({ owner: page, database }) => {
  const word = someWord();
  await three(page, database, word);
  await page.goto("/customers");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type(word);
  await expect(rows(page)).toHaveCount(3);
  for (let tabs = 0; tabs < 30; tabs++) {
    await page.keyboard.press("Tab");
    if (await page.locator("[data-cell]:focus").count()) break;
  }
  await expect(cell(page, 0, "Name")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0800-FLOWERS");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "Phone")).toHaveText("0800-FLOWERS");
  await expect(page.getByRole("status").filter({ hasText: /Phone of .* saved/ })).toBeAttached();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/customers\/cus_/);
});
