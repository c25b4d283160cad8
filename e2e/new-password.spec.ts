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
