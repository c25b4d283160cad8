import Medusa from "@medusajs/medusa-js";
import type { Page } from "@playwright/test";
import { expect, someEmail, test } from "../support/fixtures";
import { medusaBundle } from "../support/medusa-bundle";

const PASSWORD = "a password";
const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (error) => error.response?.status ?? 0,
  );
const home = {
  first_name: "Jane",
  last_name: "Doe",
  address_1: "1 Main Street",
  city: "Berlin",
  country_code: "DE",
  postal_code: "10115",
};

/** The link of the newest mail to this address, as the outbox shows it to an owner. */
async function linkInOutbox(owner: Page, email: string): Promise<string> {
  const link = owner.getByRole("link", { name: `Open the link for ${email}` }).first();
  await expect(async () => {
    await owner.goto("/settings/outbox");
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return (await link.getAttribute("href")) ?? "";
}

test.describe("the unmodified @medusajs/medusa-js in Node", () => {
  let medusa: Medusa;
  test.beforeEach(({ baseURL }) => {
    medusa = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 3 });
  });
  const signUp = async () => {
    const email = someEmail();
    const input = { email, password: PASSWORD, first_name: "Jane", last_name: "Doe" };
    const { customer, response } = await medusa.customers.create(input);
    expect(response.status).toBe(200);
    return { email, id: customer.id };
  };

  test("signs up, gets a token and works with it", async () => {
    const { email, id } = await signUp();
    expect((await medusa.auth.exists(email)).exists).toBe(true);
    expect((await medusa.auth.exists(someEmail())).exists).toBe(false);
    const { access_token } = await medusa.auth.getToken({ email, password: PASSWORD });
    const headers = { Authorization: `Bearer ${access_token}` };
    expect((await medusa.auth.getSession(headers)).customer.id).toBe(id);
    const me = await medusa.customers.update({ phone: "112", billing_address: home }, headers);
    expect(me.customer).toMatchObject({ phone: "112", billing_address: { country_code: "de" } });
    const added = await medusa.customers.addresses.addAddress({ address: home as never }, headers);
    const [address] = added.customer.shipping_addresses;
    const edited = await medusa.customers.addresses.updateAddress(
      address?.id ?? "",
      { city: "Rome" },
      headers,
    );
    expect(edited.customer.shipping_addresses).toMatchObject([{ city: "Rome" }]);
    const gone = await medusa.customers.addresses.deleteAddress(address?.id ?? "", headers);
    expect(gone.customer.shipping_addresses).toEqual([]);
    expect((await medusa.customers.retrieve(headers)).customer.email).toBe(email);
    await medusa.auth.deleteSession(headers);
    expect(await statusOf(medusa.customers.retrieve(headers))).toBe(401);
  });

  test("a forgotten password is chosen anew with the link in the outbox, once", async ({
    owner,
  }) => {
    const { email } = await signUp();
    const asked = await medusa.customers.generatePasswordToken({ email });
    expect(asked.response.status).toBe(204);
    const token = new URL(await linkInOutbox(owner, email)).searchParams.get("token") ?? "";
    const input = { email, token, password: "another password" };
    expect((await medusa.customers.resetPassword(input)).customer.email).toBe(email);
    expect(await statusOf(medusa.customers.resetPassword(input))).toBe(401);
    expect(await statusOf(medusa.auth.getToken({ email, password: PASSWORD }))).toBe(401);
    const { access_token } = await medusa.auth.getToken({ email, password: input.password });
    expect(access_token).toBeTruthy();
  });
});

test("an admin and a customer share one page's cookie; signing one out keeps the other", async ({
  page,
  newAdmin,
  baseURL,
}) => {
  const admin = await newAdmin("admin");
  const email = someEmail();
  await page.goto("/health/live");
  await page.evaluate(await medusaBundle());
  const seen = await page.evaluate(
    async ([baseUrl, admin, email]) => {
      const { Medusa: Client } = globalThis as unknown as { Medusa: typeof Medusa };
      const medusa = new Client({ baseUrl, maxRetries: 0 });
      const who = async () => [
        await medusa.admin.auth.getSession().then(
          ({ user }) => user.email,
          (error) => error.response.status,
        ),
        await medusa.auth.getSession().then(
          ({ customer }) => customer.email,
          (error) => error.response.status,
        ),
      ];
      const steps = [await who()];
      await medusa.admin.auth.createSession({ email: admin.email, password: admin.password });
      steps.push(await who());
      const fields = { email, password: "a password", first_name: "J", last_name: "D" };
      await medusa.customers.create(fields);
      steps.push(await who());
      await medusa.auth.deleteSession();
      steps.push(await who());
      await medusa.auth.authenticate({ email, password: "a password" });
      await medusa.admin.auth.deleteSession();
      steps.push(await who());
      return { steps, cookie: document.cookie };
    },
    [baseURL ?? "", admin, email] as const,
  );
  expect(seen).toEqual({
    steps: [
      [401, 401],
      [admin.email, 401],
      [admin.email, email],
      [admin.email, 401],
      [401, email],
    ],
    cookie: "",
  });
});

test("our own page takes a new password, says what is wrong, and works once", async ({
  owner,
  browser,
  baseURL,
  axeClean,
}) => {
  test.setTimeout(90_000);
  const medusa = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 0 });
  const email = someEmail();
  await medusa.customers.create({ email, password: PASSWORD, first_name: "J", last_name: "D" });
  await medusa.customers.generatePasswordToken({ email });
  const link = await linkInOutbox(owner, email);
  expect(new URL(link).origin).toBe(baseURL);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  const arrived = await page.goto(link);
  expect(arrived?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await axeClean(page);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);
  const password = page.getByLabel("New password", { exact: true });
  await password.fill("short");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
  await expect(password).toBeFocused();
  await password.fill("quite long enough");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("status").getByText("Your password is changed")).toBeVisible();
  await axeClean(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await axeClean(page);
  expect(complaints).toEqual([]);
  await context.close();
  const { access_token } = await medusa.auth.getToken({ email, password: "quite long enough" });
  expect(access_token).toBeTruthy();
});

test("a viewer sees that mail waits, and not where it leads", async ({
  newAdmin,
  pageAs,
  axeClean,
  baseURL,
}) => {
  const medusa = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 0 });
  const email = someEmail();
  await medusa.customers.create({ email, password: PASSWORD, first_name: "J", last_name: "D" });
  await medusa.customers.generatePasswordToken({ email });
  const page = await pageAs(await newAdmin("viewer"));
  await expect(async () => {
    await page.goto("/settings/outbox");
    await expect(page.getByText(email)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await page.content()).not.toContain("reset-password?token");
  await axeClean(page);
});
