import type { Page } from "@playwright/test";
import { underChangeSet } from "../bench/change-set.mjs";
import { cell, changeCustomer, insertCustomers, rows, someWord } from "./support/customers";
import { expect, test } from "./support/fixtures";

async function two(page: Page, database: Parameters<typeof insertCustomers>[0], word: string) {
  const ids = await insertCustomers(database, [
    { first_name: "Ada", last_name: word, email: `ada-${word}@example.com`, phone: "111" },
    { first_name: "Ben", last_name: word, email: `ben-${word}@example.com`, phone: "222" },
  ]);
  await page.goto(`/customers?q=${word}&sort=name`);
  await expect(rows(page)).toHaveCount(2);
  return ids as [string, string];
}

const note = (page: Page) => page.locator("[popover]:popover-open");

async function phoneOf(database: Parameters<typeof insertCustomers>[0], id: string) {
  const { rows: saved } = await database.query("select phone from customer where id = $1", [id]);
  return saved[0].phone;
}

test("a refused value stays in its cell with the reason, is corrected or given up", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  await two(page, database, word);
  const email = cell(page, 0, "E-mail");
  await email.click();
  await page.keyboard.type("not an address");
  await page.keyboard.press("Enter");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toContainText("not an address");
  await expect(note(page)).toContainText("Enter an e-mail address such as");
  const [box, cover] = [await email.boundingBox(), await note(page).boundingBox()];
  // nothing above the table is covered while there is room below
  expect(cover?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) - 1);
  await expect(email).toHaveAccessibleDescription(/Enter an e-mail address such as/);
  await expect(email).toBeFocused(); // nobody has gone on, so the focus is where the work is
  await page.keyboard.press("Enter");
  const editor = page.getByRole("grid").getByRole("textbox", { name: "E-mail" });
  await expect(editor).toHaveValue("not an address");
  await editor.fill(`ben-${word}@example.com`);
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("Another guest already uses this e-mail");
  await page.keyboard.press("Escape");
  await expect(email).toHaveText(`ada-${word}@example.com`);
  await expect(email).not.toHaveAttribute("aria-invalid");
  await expect(note(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await editor.fill(` ADA.New-${word}@Example.COM `);
  await page.keyboard.press("Enter");
  await expect(email).toHaveText(`ada.new-${word}@example.com`);
});

test("leaving with a refused value asks first", async ({ owner: page, database }) => {
  await two(page, database, someWord());
  await cell(page, 0, "E-mail").click();
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Enter");
  await expect(note(page)).toBeVisible();
  await page.getByRole("link", { name: "Groups" }).click();
  const ask = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await ask.getByRole("button", { name: "Stay" }).click();
  await expect(cell(page, 0, "E-mail")).toContainText("nonsense");
  await page.getByRole("link", { name: "Groups" }).click();
  await ask.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/groups/);
});

test("two people change one field: the second chooses between theirs and mine, by key or button", async ({
  owner: page,
  pageAs,
  newAdmin,
  database,
}) => {
  const word = someWord();
  const [ada, ben] = await two(page, database, word);
  const other = await pageAs(await newAdmin("admin"));
  await other.goto(page.url());
  const changeTheirs = async (row: number, value: string) => {
    await cell(other, row, "Phone").click();
    await other.keyboard.type(value);
    await other.keyboard.press("Enter");
    await expect(cell(other, row, "Phone")).toHaveText(value);
    await expect(other.locator("[aria-busy=true]")).toHaveCount(0);
  };
  await changeTheirs(0, "theirs");
  await changeTheirs(1, "theirs too");
  const first = cell(page, 0, "Phone");
  await first.click();
  await page.keyboard.type("mine");
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("Somebody else changed this meanwhile.");
  await expect(note(page).getByRole("button")).toContainText(["Theirs: theirs", "Mine: mine"]);
  expect(await phoneOf(database, ada)).toBe("theirs");
  await page.keyboard.press("t");
  await expect(first).toHaveText("theirs");
  await expect(first).toBeFocused();
  await expect(note(page)).toHaveCount(0);

  // taking theirs brought all rows up to date, so that the second conflict needs a change that came after
  const second = cell(page, 1, "Phone");
  await expect(second).toHaveText("theirs too");
  await changeTheirs(1, "theirs again");
  await second.click();
  await page.keyboard.type("mine");
  await page.keyboard.press("Enter");
  await note(page).getByRole("button", { name: /Mine/ }).click();
  await expect(note(page)).toHaveCount(0);
  await expect(second).toHaveText("mine");
  await expect.poll(() => phoneOf(database, ben)).toBe("mine");
});

test("giving up one's own after a conflict shows theirs, and the whole row as it is now", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [ada] = await two(page, database, word);
  const phone = cell(page, 0, "Phone");
  await phone.click();
  await page.keyboard.type("mine");
  await changeCustomer(database, ada, "phone", "theirs");
  await changeCustomer(database, ada, "company_name", "Theirs Ltd");
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("Somebody else changed this meanwhile.");
  await page.keyboard.press("Escape");
  await expect(phone).toHaveText("theirs");
  await expect(phone).toBeFocused();
  await expect(note(page)).toHaveCount(0);
  await expect(cell(page, 0, "Company")).toHaveText("Theirs Ltd");
  expect(await phoneOf(database, ada)).toBe("theirs");
});

test("edits of different fields of one customer both stay", async ({ owner: page, database }) => {
  const word = someWord();
  const [ada] = await two(page, database, word);
  await changeCustomer(database, ada, "company_name", "Theirs Ltd");
  await cell(page, 0, "Phone").click();
  await page.keyboard.type("333");
  await page.keyboard.press("Enter");
  await expect.poll(() => phoneOf(database, ada)).toBe("333");
  await expect(cell(page, 0, "Company")).toHaveText("Theirs Ltd");
  await expect(note(page)).toHaveCount(0);
});

test("a second edit of a cell whose first is still on its way is no conflict", async ({
  owner: page,
  database,
}) => {
  const word = someWord();
  const [ada] = await two(page, database, word);
  let release: (() => void) | undefined;
  const slow = new Promise<void>((go) => {
    release = go;
  });
  await page.route("**/customers?**", async (route) => {
    if (route.request().method() === "POST") await slow;
    await route.continue();
  });
  await cell(page, 0, "Phone").click();
  await page.keyboard.type("first");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "Phone")).toHaveText("first"); // shown at once
  await expect(cell(page, 0, "Phone")).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("second");
  await page.keyboard.press("Enter");
  release?.();
  await expect.poll(() => phoneOf(database, ada)).toBe("second");
  await expect(cell(page, 0, "Phone")).toHaveText("second");
  await expect(note(page)).toHaveCount(0);
});

test("without an answer the value stays and is tried again", async ({ owner: page, database }) => {
  const word = someWord();
  const [ada] = await two(page, database, word);
  await page.route("**/customers?**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await cell(page, 0, "Phone").click();
  await page.keyboard.type("444");
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("Could not reach the server");
  await expect(cell(page, 0, "Phone")).toContainText("444");
  expect(await phoneOf(database, ada)).toBe("111");
  await page.unroute("**/customers?**");
  await note(page).getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => phoneOf(database, ada)).toBe("444");
  await expect(note(page)).toHaveCount(0);
});

test("a customer that is gone says so in the cell", async ({ owner: page, database }) => {
  const word = someWord();
  const [ada] = await two(page, database, word);
  await underChangeSet(database, async () => {
    await database.query("delete from customer where id = $1", [ada]);
  });
  await cell(page, 0, "Phone").click();
  await page.keyboard.type("555");
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("does not exist");
  await expect(cell(page, 0, "Phone")).toContainText("555");
});

test("when the session ends under one's hands the value is kept and saved after signing in again", async ({
  pageAs,
  newAdmin,
  database,
}) => {
  const word = someWord();
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  const [ada] = await two(page, database, word);
  await database.query("update admin_session set revoked_at = now() where admin_id = $1", [
    admin.id,
  ]);
  await cell(page, 0, "Phone").click();
  await page.keyboard.type("666");
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("You have been signed out");
  await expect(cell(page, 0, "Phone")).toContainText("666");
  const popup = page.waitForEvent("popup");
  await note(page).getByRole("link", { name: "Sign in again" }).click();
  const signIn = await popup;
  await signIn.getByLabel("E-mail").fill(admin.email);
  await signIn.getByLabel("Password", { exact: true }).fill(admin.password);
  await signIn.getByRole("button", { name: "Sign in" }).click();
  await expect(signIn).toHaveURL(/\/customers/);
  await note(page).getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => phoneOf(database, ada)).toBe("666");
});

test("an admin who is deactivated is out on the next search", async ({
  pageAs,
  newAdmin,
  database,
}) => {
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  await page.goto("/customers");
  await expect(rows(page).first()).toBeVisible();
  await underChangeSet(database, async () => {
    await database.query("update admin set deactivated_at = now() where id = $1", [admin.id]);
  });
  await page.getByRole("searchbox").fill("anna");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fcustomers/);
});

test("a viewer moves, copies and opens, and changes nothing by key, mouse or a copied request", async ({
  owner,
  pageAs,
  newAdmin,
  database,
}) => {
  const word = someWord();
  const page = await pageAs(await newAdmin("viewer"));
  const [ada] = await two(page, database, word);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-readonly", "true");
  await expect(page.getByRole("link", { name: "Add customer" })).toHaveCount(0);
  await cell(page, 0, "Phone").dblclick();
  await page.keyboard.type("777");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid").getByRole("textbox")).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, 0, "E-mail")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${ada}`));

  await owner.goto(`/customers?q=${word}&sort=name`);
  const sent = owner.waitForRequest((request) => request.method() === "POST");
  await cell(owner, 0, "Phone").click();
  await owner.keyboard.type("888");
  await owner.keyboard.press("Enter");
  const request = await sent;
  await expect.poll(() => phoneOf(database, ada)).toBe("888");
  const { "next-action": action = "", "content-type": type = "" } = await request.allHeaders();
  const body = (request.postData() ?? "").replaceAll("888", "999").replaceAll('"111"', '"888"');
  const answer = await page.request.post(request.url(), {
    headers: { "next-action": action, "content-type": type, origin: new URL(request.url()).origin },
    data: body,
  });
  expect(await answer.text()).toContain('"code":"forbidden"');
  expect(await phoneOf(database, ada)).toBe("888");
});
