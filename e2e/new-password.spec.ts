import { expect, test } from "./support/fixtures";

const NEW = "granite-lemon-otter-cabin";

test("an admin who forgot the password sets a new one by the link of a mail, once", async ({
  page,
  newAdmin,
  database,
  axeClean,
}) => {
  const { email, password } = await newAdmin("admin");
  const asked = await page.request.post("/auth/user/emailpass/reset-password", {
    data: { identifier: email },
  });
  expect(asked.status()).toBe(201);
  let link = "";
  await expect(async () => {
    const { rows } = await database.query("select link from outbox_mail where recipient = $1", [
      email,
    ]);
    link = rows[0].link;
  }).toPass();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await axeClean(page);

  const field = page.getByLabel("New password");
  const save = page.getByRole("button", { name: "Save the new password" });
  await field.fill("passwordpassword");
  await save.click();
  await expect(page.getByText("among the easily guessed ones")).toBeVisible();
  await field.fill(NEW);
  await save.click();
  await expect(page.getByText("Your password is changed")).toBeVisible();

  const logIn = (password: string) =>
    page.request.post("/auth/user/emailpass", { data: { email, password } });
  expect((await logIn(password)).status()).toBe(401);
  expect((await logIn(NEW)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
});

test("a forgotten password: from the sign-in page to the mail, with one answer for known and unknown addresses", async ({
  page,
  newAdmin,
  database,
  axeClean,
}) => {
  const { email } = await newAdmin("admin");
  const unknown = `nobody-${email}`;
  const mailsTo = async (address: string) =>
    (await database.query("select 1 from outbox_mail where recipient = $1", [address])).rowCount;
  for (const address of [unknown, email]) {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
    await axeClean(page);
    await page.getByLabel("E-mail").fill("no address");
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await expect(page.getByText("Enter an e-mail address such as")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await page.getByLabel("E-mail").fill(address.toUpperCase());
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Look into your mail" })).toContainText(
      `If ${address} belongs to somebody of the team, a link is on its way.`,
    );
    await axeClean(page);
  }
  await expect(async () => expect(await mailsTo(email)).toBe(1)).toPass();
  expect(await mailsTo(unknown)).toBe(0);
});
