import type { Page } from "@playwright/test";
import { complaintsOf } from "./support/console";
import { expect, someEmail, test } from "./support/fixtures";
import { insertGroup } from "./support/groups";

const value = (page: Page, label: string) =>
  page.getByRole("button", { name: new RegExp(`^${label} .* edit$`, "s") });

const scripts = {
  first: "<script>alert(1)</script>",
  last: '"><img src=x onerror=alert(2)>',
  company: "{{7*7}}</title><svg onload=alert(4)>",
  phone: "'-alert(3)-'",
  group: "<b>x</b>",
};

test("markup in what people typed is text in every place it is shown, and runs nowhere", async ({
  owner,
  database,
  api,
}) => {
  const complaints = complaintsOf(owner);
  const address = someEmail();
  const group = await insertGroup(
    database,
    [],
    `${scripts.group} ${crypto.randomUUID().slice(0, 8)}`,
  );

  await owner.goto("/customers/new");
  await owner.getByLabel("E-mail").fill(address);
  await owner.getByLabel("First name").fill(scripts.first);
  await owner.getByLabel("Last name").fill(scripts.last);
  await owner.getByLabel("Company").fill(scripts.company);
  await owner.getByLabel("Phone").fill(scripts.phone);
  await owner.getByRole("combobox", { name: "Groups" }).fill(group.name);
  await owner.getByRole("option", { name: group.name }).click();
  await expect(owner.getByRole("button", { name: `Remove ${group.name}` })).toBeVisible();
  await owner.getByRole("button", { name: "Save customer" }).click();

  const label = `${scripts.first} ${scripts.last}`;
  await expect(owner.getByRole("heading", { level: 1 })).toContainText(label);
  await expect(owner.getByText(`Saved ${label}`)).toBeVisible();
  await expect(owner).toHaveTitle(`${label} · Clientele`);
  await expect(value(owner, "Company")).toContainText(scripts.company);
  await expect(value(owner, "Phone")).toContainText(scripts.phone);
  await expect(owner.locator("ol > li").first()).toContainText(`company ${scripts.company}`);
  await expect(owner.locator("ol > li").first()).toContainText(`group ${group.name}`);

  const id = new URL(owner.url()).pathname.split("/").pop() ?? "";
  const { fetch } = await api("write");
  const metadata = { link: "javascript:alert(3)", [scripts.group]: scripts.first };
  expect(
    (await fetch(`/admin/customers/${id}`, { method: "POST", body: JSON.stringify({ metadata }) }))
      .status,
  ).toBe(200);
  await owner.reload();
  await expect(owner.getByText("javascript:alert(3)", { exact: true }).first()).toBeVisible();
  await expect(owner.getByRole("link", { name: /javascript/ })).toHaveCount(0);

  await owner.getByRole("link", { name: group.name }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(group.name);
  await expect(owner.getByRole("link", { name: label })).toBeVisible();
  await owner.getByRole("button", { name: `Remove ${label} from the group` }).click();
  await expect(owner.getByText(`Removed ${label} from ${group.name}`)).toBeVisible();
  await owner.getByRole("button", { name: "Add customers" }).click();
  await owner.getByRole("searchbox", { name: "Search customers" }).fill(address);
  await expect(owner.getByRole("checkbox", { name: scripts.first })).toBeVisible();
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Delete" }).click();
  await expect(owner.getByRole("alertdialog")).toContainText(`Delete the group “${group.name}”?`);
  await owner.getByRole("button", { name: "Delete group" }).click();
  await expect(owner.getByText(`Deleted the group ${group.name}`)).toBeVisible();

  await owner.goto("/customers/new");
  await owner.getByLabel("E-mail").fill(address);
  await expect(owner.getByRole("link", { name: label })).toBeVisible();
  expect(await owner.locator("img[src=x], svg[onload], main script").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a right-to-left name, or an override in it, turns nothing around but itself", async ({
  owner,
  newCustomer,
}) => {
  const override = "\u202egnp.exe";
  const made = await newCustomer({
    first_name: "שרה",
    last_name: `Cohen-לוי${override}`,
    phone: "+972 2 500 0000",
  });
  await owner.goto(`/customers/${made.id}`);
  await value(owner, "Company").click();
  await owner.getByRole("textbox", { name: "Company" }).fill("שלום (2024) Ltd.");
  await owner.keyboard.press("Enter");
  await expect(value(owner, "Company")).toContainText("שלום (2024) Ltd.");

  // Each typed text stands in an element of its own direction; our own words stay where they are.
  const places = owner
    .locator("main")
    .getByText(/שרה|Cohen|שלום/)
    .filter({ visible: true });
  expect(await places.count()).toBeGreaterThan(4);
  for (const place of await places.all()) {
    const isolated = await place.evaluate((element) => {
      const own = element.closest("bdi, [dir=auto]") ?? element.querySelector("bdi, [dir=auto]");
      return own !== null;
    });
    expect(isolated, (await place.textContent()) ?? undefined).toBe(true);
  }
  const line = owner.locator("ol > li").first();
  await expect(line).toContainText("changed the company from — to שלום (2024) Ltd.");
  const order = await line.evaluate((element) => {
    const left = (text: string) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + text.length);
        return range.getBoundingClientRect().left;
      }
      return Number.NaN;
    };
    return [left("changed the"), left("from"), left("שלום")];
  });
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("the longest values that are allowed stay usable on a phone, and longer ones are refused by length", async ({
  pageAs,
  newAdmin,
  newCustomer,
}) => {
  const long = "W".repeat(255);
  const address = `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(55)}.example`;
  const made = await newCustomer({
    first_name: long,
    last_name: long,
    email: `${crypto.randomUUID().slice(0, 8)}${address.slice(8)}`,
    phone: "9".repeat(100),
  });
  const page = await pageAs(await newAdmin("admin"), { viewport: { width: 390, height: 844 } });
  await page.goto(`/customers/${made.id}`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);

  await page.goto(`/customers/${made.id}/edit`);
  for (const length of [256, 1_000, 10_000]) {
    await page.getByLabel("First name").fill("x".repeat(length));
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(
      page.getByText(`Use at most 255 characters (now ${length.toLocaleString("en")}).`),
    ).toBeVisible();
    await expect(page.getByLabel("First name")).toHaveValue("x".repeat(length));
  }
});

const kept = [
  ["D’Arcy", "O'Brien-Smith"],
  ["Ngọc Ánh", "Nguyễn"],
  ['Robert"; DROP TABLE customers;--', "&lt;b&gt; &#39;"],
  ['=HYPERLINK("http://x","y")', "%_\\"],
  ["👩‍👩‍👧‍👦", "𠮷野家"],
  ["null", "undefined"],
  ["0", "1e309"],
  ["İstanbul ıi", "."],
];

test("awkward but fair names go through the form to the record and the database unchanged", async ({
  owner,
  database,
}) => {
  for (const [first, last] of kept as [string, string][]) {
    const address = someEmail();
    await owner.goto("/customers/new");
    await owner.getByLabel("E-mail").fill(address);
    await owner.getByLabel("First name").fill(first);
    await owner.getByLabel("Last name").fill(last);
    await owner.keyboard.press("Enter");
    await expect(owner.getByRole("heading", { level: 1 })).toContainText(`${first} ${last}`);
    await expect(value(owner, "First name")).toContainText(first);
    const { rows } = await database.query(
      "select first_name, last_name from customer where email = $1",
      [address],
    );
    expect(rows).toEqual([{ first_name: first, last_name: last }]);
  }
});

test("what no database can hold is refused on its field; blanks alone are nothing", async ({
  owner,
  database,
}) => {
  const address = someEmail();
  await owner.goto("/customers/new");
  await owner.getByLabel("E-mail").fill(address);
  for (const bad of ["A\u0000B", "\u0007bell", "half \ud800 pair"]) {
    await owner.getByLabel("First name").evaluate((input, text) => {
      const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      native?.set?.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, bad);
    await owner.getByRole("button", { name: "Save customer" }).click();
    await expect(owner.getByText(/^Remove the (control|broken) characters/)).toBeVisible();
  }
  await owner.getByLabel("First name").fill(" \u00a0\u200b\u3164 ");
  await owner.getByLabel("Last name").fill("  Ann  ");
  await owner.getByRole("button", { name: "Save customer" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Ann");
  const { rows } = await database.query(
    "select first_name, last_name from customer where email = $1",
    [address],
  );
  expect(rows).toEqual([{ first_name: null, last_name: "Ann" }]);
});

test("somebody without a name is called by company, else by e-mail, never by nothing", async ({
  owner,
  newCustomer,
}) => {
  const only = await newCustomer({ first_name: "Suharti", last_name: "" });
  await owner.goto(`/customers/${only.id}`);
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(/^Suharti\s*Guest$/);
  const none = await newCustomer({ first_name: "", last_name: "" });
  await owner.goto(`/customers/${none.id}`);
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^${none.email}\\s*Guest$`),
  );
  await value(owner, "Company").click();
  await owner.getByRole("textbox", { name: "Company" }).fill("North Tea");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(/^North Tea\s*Guest$/);
});
