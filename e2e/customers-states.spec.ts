import pg from "pg";
import { insertCustomers, rows, searchBox } from "./support/customers";
import { expect, signIn, test } from "./support/fixtures";
import { removeInstance, startInstance } from "./support/instance";
import { OWNER } from "./support/server";

test("an empty shop, rows that are slow to come and a database that does not answer each have their own page", async ({
  browser,
  axeClean,
}) => {
  test.setTimeout(240_000); // a server of its own: its tables are locked, and it has no customers
  const instance = await startInstance({
    env: { CLIENTELE_OWNER_EMAIL: OWNER.email, CLIENTELE_OWNER_PASSWORD: OWNER.password },
  });
  const database = new pg.Client(instance.databaseUrl());
  const context = await browser.newContext({ baseURL: instance.url });
  try {
    await database.connect();
    const page = await context.newPage();
    await signIn(page, database, OWNER);

    await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
    await expect(page.getByText("npm start -- --demo")).toBeVisible();
    await axeClean(page);
    await page.getByRole("link", { name: "Add your first customer" }).click();
    await expect(page.getByRole("heading", { name: "New customer" })).toBeVisible();

    await insertCustomers(database, [{ first_name: "Only", last_name: "One" }]);
    await page.goto("/groups");
    await database.query("begin");
    await database.query("lock table customer in access exclusive mode");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Customers" })
      .click();
    await expect(page.getByRole("status", { name: "Loading the customers" })).toBeVisible();
    await database.query("rollback");
    await expect(rows(page)).toHaveCount(1);

    await database.query("begin");
    await database.query("lock table customer in access exclusive mode");
    await searchBox(page).fill("only");
    const failed = page.getByRole("heading", { name: "The customers could not be loaded" });
    await expect(failed).toBeVisible({ timeout: 30_000 });
    await axeClean(page);
    await database.query("rollback");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(searchBox(page)).toHaveValue("only");
  } finally {
    await context.close();
    await database.end();
    await removeInstance(instance);
  }
});
