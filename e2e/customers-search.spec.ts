import type { Request } from "@playwright/test";
import { searchBox as box, insertCustomers, rows, someWord } from "./support/customers";
import { expect, test } from "./support/fixtures";

test("the list follows what is typed, in the address too, and Back leads to the list before", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await insertCustomers(database, [
    { first_name: "Ásta", last_name: word },
    { first_name: "Bjørn", last_name: word },
  ]);
  await page.goto("/customers");
  await expect(rows(page).first()).toBeVisible();
  await box(page).pressSequentially(word, { delay: 15 });
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`/customers\\?q=${word}$`));
  await expect(page.getByRole("status").filter({ hasText: "2 customers found" })).toBeVisible();
  await box(page).press("Enter");
  await box(page).pressSequentially(" asta", { delay: 15 });
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Ásta");
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await expect(box(page)).toHaveValue(word);
  await page.goBack();
  await expect(page).toHaveURL(/\/customers$/);
  await expect(box(page)).toHaveValue("");
});

test("what is typed before the page has come to life is not lost", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await insertCustomers(database, [{ first_name: "Early", last_name: word }]);
  let go: (() => void) | undefined;
  const alive = new Promise<void>((release) => {
    go = release;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await alive;
    await route.continue();
  });
  await page.goto("/customers", { waitUntil: "commit" });
  await box(page).fill(word);
  go?.();
  await expect(rows(page)).toHaveCount(1);
  await expect(box(page)).toHaveValue(word);
});

test("Escape and the cross clear the search", async ({ owner: page }) => {
  const word = someWord();
  await page.goto(`/customers?q=${word}`);
  await expect(page.getByRole("heading", { name: `No customer matches “${word}”` })).toBeVisible();
  await box(page).press("Escape");
  await expect(page).toHaveURL(/\/customers$/);
  await expect(box(page)).toHaveValue("");
  await expect(box(page)).toBeFocused();
  await box(page).fill(word);
  await expect(page).toHaveURL(new RegExp(word));
  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(page).toHaveURL(/\/customers$/);
});

test("a slow earlier answer never replaces a newer one, and typing goes on meanwhile", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await insertCustomers(database, [
    { first_name: "Anna", last_name: word },
    { first_name: "Andrew", last_name: word },
  ]);
  await page.goto(`/customers?q=${word}`);
  await expect(rows(page)).toHaveCount(2);
  let held: (() => void) | undefined;
  const slow = new Promise<void>((release) => {
    held = release;
  });
  await page.route(/q=w\w+\+an(?:&|$)/, async (route) => {
    await slow;
    await route.continue();
  });
  await box(page).focus();
  await box(page).press("End");
  await box(page).pressSequentially(" an");
  const early = await page.waitForRequest(/q=w\w+\+an(?:&|$)/);
  const isEarly = (request: Request) => request === early;
  const over = Promise.race([
    page.waitForEvent("requestfinished", isEarly),
    page.waitForEvent("requestfailed", isEarly),
  ]);
  await expect(rows(page)).toHaveCount(2); // the rows from before stay
  await box(page).pressSequentially("na");
  await expect(box(page)).toHaveValue(`${word} anna`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Anna");
  held?.();
  await over;
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Anna");
  await expect(page).toHaveURL(new RegExp(`q=${word}\\+anna`));
  await expect(page.getByRole("status").filter({ hasText: "1 customer found" })).toBeVisible();
});

test("text that looks like code, wildcards or emoji is ordinary text", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await insertCustomers(database, [
    { first_name: '100% _wool_ \\ o\'clock "q" 🎉', last_name: word },
    { first_name: "1000 wool", last_name: word },
  ]);
  await page.goto("/customers");
  for (const q of ["100%", "_wool_", "\\", "o'clock", '"q"', "🎉"]) {
    await box(page).fill(`${word} ${q}`);
    await expect(page.getByRole("status").filter({ hasText: "1 customer found" })).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText("100%");
  }
  for (const q of ["<script>alert(1)</script>", "a' OR '1'='1", "{{7*7}}"]) {
    await box(page).fill(`${word} ${q}`);
    await expect(page.getByRole("heading", { name: `“${word} ${q}”` })).toBeVisible();
  }
});

test("a search is found again in a list that is sent to a colleague", async ({
  owner: page,
  pageAs,
  newAdmin,
  database,
}) => {
  const word = someWord();
  await insertCustomers(database, [
    { first_name: "Zoe", last_name: word, has_account: true },
    { first_name: "Adam", last_name: word, has_account: true },
    { first_name: "Eve", last_name: word },
  ]);
  await page.goto("/customers");
  await box(page).fill(word);
  await expect(rows(page)).toHaveCount(3);
  await page.getByText("Accounts", { exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: "Name" }).click();
  await expect(rows(page).first()).toContainText("Adam");
  const colleague = await pageAs(await newAdmin("viewer"));
  await colleague.goto(page.url());
  await expect(rows(colleague)).toHaveCount(2);
  await expect(rows(colleague).first()).toContainText("Adam");
  await expect(box(colleague)).toHaveValue(word);
  await expect(colleague.getByRole("radio", { name: "Accounts" })).toBeChecked();
});

test("while there is no connection the list stays and says so", async ({ owner: page }) => {
  await page.goto("/customers");
  await expect(rows(page).first()).toBeVisible();
  await page.context().setOffline(true);
  await box(page).fill("anna");
  await expect(page.getByRole("alert").filter({ hasText: "no connection" })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await expect(box(page)).toHaveValue("anna");
  await page.context().setOffline(false);
  await box(page).fill("anna@");
  await expect(page).toHaveURL(/q=anna%40/);
});
