import type { Page } from "@playwright/test";
import { underChangeSet } from "../bench/change-set.mjs";
import { complaintsOf } from "./support/console";
import { expect, someEmail, test } from "./support/fixtures";

const save = (page: Page) => page.getByRole("button", { name: "Save changes" });

test("all fields are edited at once, the e-mail too; cleared ones are empty after a reload", async ({
  owner,
  newCustomer,
  database,
}) => {
  const complaints = complaintsOf(owner);
  const made = await newCustomer({ first_name: "Ann", last_name: "Lee", phone: "112" });
  const fresh = someEmail();
  await owner.goto(`/customers/${made.id}/edit`);
  await owner.getByLabel("E-mail").fill(fresh);
  await owner.getByLabel("First name").fill("");
  await owner.getByLabel("Phone").fill("");
  await owner.getByLabel("Company").fill("North Tea");
  await save(owner).click();
  await expect(owner).toHaveURL(new RegExp(`/customers/${made.id}$`));
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Lee");
  const { rows } = await database.query(
    "select email, first_name, last_name, company_name, phone from customer where id = $1",
    [made.id],
  );
  expect(rows).toEqual([
    { email: fresh, first_name: null, last_name: "Lee", company_name: "North Tea", phone: null },
  ]);
  expect(complaints).toEqual([]);
});

test("a taken e-mail is refused on its field and nothing of the rest is saved", async ({
  owner,
  newCustomer,
  database,
}) => {
  const [made, other] = [
    await newCustomer({ first_name: "Same" }),
    await newCustomer({ first_name: "Anna", last_name: "Berg" }),
  ];
  await owner.goto(`/customers/${made.id}/edit`);
  await owner.getByLabel("E-mail").fill(other.email);
  await owner.getByLabel("First name").fill("Half");
  await save(owner).click();
  await expect(owner.getByText("Another guest already uses this e-mail.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Open Anna Berg" })).toBeVisible();
  await expect(owner.getByLabel("First name")).toHaveValue("Half");
  const { rows } = await database.query(
    "select email, first_name, version from customer where id = $1",
    [made.id],
  );
  expect(rows).toEqual([{ email: made.email, first_name: "Same", version: 1 }]);
});

test("edits of different fields by two people both stay, and the second is told", async ({
  owner,
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ phone: "111" });
  const colleague = await pageAs(await newAdmin("admin"));
  for (const page of [owner, colleague]) await page.goto(`/customers/${made.id}/edit`);
  await colleague.getByLabel("Phone").fill("222");
  await save(colleague).click();
  await expect(colleague).toHaveURL(new RegExp(`/customers/${made.id}$`));

  await owner.getByLabel("Company").fill("North Tea");
  await save(owner).click();
  await expect(
    owner.getByText("Meanwhile somebody else changed the phone; that stays."),
  ).toBeVisible();
  const { rows } = await database.query("select phone, company_name from customer where id = $1", [
    made.id,
  ]);
  expect(rows).toEqual([{ phone: "222", company_name: "North Tea" }]);
});

test("edits of the same fields by two people are chosen one by one, theirs or mine", async ({
  owner,
  pageAs,
  newAdmin,
  newCustomer,
  database,
}) => {
  const made = await newCustomer({ first_name: "Was", last_name: "Was", phone: "111" });
  const colleague = await pageAs(await newAdmin("admin"));
  for (const page of [owner, colleague]) await page.goto(`/customers/${made.id}/edit`);
  await colleague.getByLabel("First name").fill("Theirs");
  await colleague.getByLabel("Last name").fill("Theirs");
  await save(colleague).click();
  await expect(colleague).toHaveURL(new RegExp(`/customers/${made.id}$`));

  await owner.getByLabel("First name").fill("Mine");
  await owner.getByLabel("Last name").fill("Mine");
  await owner.getByLabel("Phone").fill("333");
  await save(owner).click();
  const first = owner.getByRole("group", { name: /^First name: somebody else/ });
  await expect(first).toContainText("Was");
  await expect(first.getByRole("button", { name: "Keep theirs" })).toBeFocused();
  expect(
    (await database.query("select version from customer where id = $1", [made.id])).rows,
  ).toEqual([{ version: 2 }]);

  await owner.keyboard.press("t");
  await expect(first).toBeHidden();
  await expect(owner.getByLabel("First name")).toHaveValue("Theirs");
  await owner
    .getByRole("group", { name: /^Last name/ })
    .getByRole("button", { name: "Save mine" })
    .click();
  await expect(owner).toHaveURL(new RegExp(`/customers/${made.id}$`));
  const { rows } = await database.query(
    "select first_name, last_name, phone from customer where id = $1",
    [made.id],
  );
  expect(rows).toEqual([{ first_name: "Theirs", last_name: "Mine", phone: "333" }]);
});

test("saving a customer that is gone says so and keeps what was typed", async ({
  owner,
  newCustomer,
  database,
}) => {
  const made = await newCustomer();
  await owner.goto(`/customers/${made.id}/edit`);
  await owner.getByLabel("Phone").fill("222");
  await underChangeSet(database, async () => {
    await database.query("update customer set deleted_at = now() where id = $1", [made.id]);
  });
  await save(owner).click();
  await expect(
    owner.getByRole("alert").filter({ hasText: "This customer does not exist (any more)." }),
  ).toBeVisible();
  await expect(owner.getByLabel("Phone")).toHaveValue("222");
});

test("text that an input cannot show is left as it is by an edit of something else", async ({
  owner,
  newCustomer,
  api,
  database,
}) => {
  const made = await newCustomer();
  const { fetch } = await api("write");
  await fetch(`/admin/customers/${made.id}`, {
    method: "POST",
    body: JSON.stringify({ first_name: "\r=1", last_name: "a\nb" }),
  });
  await owner.goto(`/customers/${made.id}/edit`);
  await owner.getByLabel("First name").focus();
  await owner.getByLabel("Last name").focus();
  await owner.getByLabel("Phone").fill("222");
  await save(owner).click();
  await expect(owner).toHaveURL(new RegExp(`/customers/${made.id}$`));
  const { rows } = await database.query(
    "select first_name, last_name, phone from customer where id = $1",
    [made.id],
  );
  expect(rows).toEqual([{ first_name: "\r=1", last_name: "a\nb", phone: "222" }]);
});
