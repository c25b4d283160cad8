import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "./support/fixtures";
import { send } from "./support/raw";
import { insertApiKey } from "./support/rows";

const run = promisify(execFile);

test("a token is shown once, works from the line that is offered, and ends when revoked", async ({
  newAdmin,
  pageAs,
  baseURL,
}) => {
  const page = await pageAs(await newAdmin("admin"));
  const title = `Script ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("Say what the token is for.")).toBeVisible();
  await page.getByLabel("What is it for?").fill(title);
  await page.getByRole("dialog").getByText("Read and write").click();
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("This is the only time it is shown.")).toBeVisible();

  const [token = "", line = ""] = await page.locator("code").allTextContents();
  expect(token).toMatch(/^sk_[0-9a-f]{64}$/);
  const { stdout } = await run("sh", ["-c", line.replace("curl", "curl -s")]);
  expect(JSON.parse(stdout)).toMatchObject({ offset: 0, limit: 5 });

  await page.getByRole("button", { name: "I have copied it" }).click();
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row.getByText("Works").locator("visible=true")).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.content()).not.toContain(token);
  await expect(row.getByText("Never used").locator("visible=true")).toBeHidden();

  await row.getByRole("button", { name: `Revoke ${title}` }).click();
  await page.getByRole("button", { name: "Revoke token" }).click();
  await expect(row.getByText("Revoked").locator("visible=true")).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
  const answer = await send(baseURL ?? "", "/admin/customers", {
    headers: { "x-medusa-access-token": token },
  });
  expect(answer.status).toBe(401);
});

test("a try again after a lost answer makes no second token, says so, and offers to revoke the first", async ({
  newAdmin,
  pageAs,
  database,
}) => {
  const admin = await newAdmin("admin");
  const page = await pageAs(admin);
  const keys = async () =>
    (
      await database.query(
        "select revoked_at is null as live from api_key where created_by = $1 order by created_at",
        [admin.id],
      )
    ).rows.map(({ live }) => live);
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("What is it for?").fill("Lost");
  await page.route("**/settings/tokens", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("Could not reach the server.")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("It cannot be shown again")).toBeVisible();
  expect(await keys()).toEqual([true]);

  await page.getByRole("button", { name: "Revoke it and start again" }).click();
  await page.getByLabel("What is it for?").fill("Seen");
  expect(await keys()).toEqual([false]);
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.locator("code").first()).toHaveText(/^sk_[0-9a-f]{64}$/);
  expect(await keys()).toEqual([false, true]);
});

test("an admin revokes their own tokens only, an owner any", async ({
  newAdmin,
  pageAs,
  owner,
  database,
}) => {
  const [maker, other] = [await newAdmin("admin"), await newAdmin("admin")];
  await insertApiKey(database, maker.id, "read");
  const page = await pageAs(other);
  await page.goto("/settings/tokens");
  await expect(page.getByText("Test read").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Revoke/ })).toHaveCount(0);
  await owner.goto("/settings/tokens");
  await expect(owner.getByRole("button", { name: "Revoke Test read" }).first()).toBeVisible();
});

test("a viewer sees the tokens and no button, with the reason", async ({
  newAdmin,
  pageAs,
  axeClean,
}) => {
  const page = await pageAs(await newAdmin("viewer"));
  await page.goto("/settings/tokens");
  await expect(page.getByText("Viewers cannot make tokens.")).toBeVisible();
  await expect(page.getByRole("button", { name: /New token|Revoke/ })).toHaveCount(0);
  await axeClean(page);
});

test("the system page names versions to all, and the data folder not to viewers", async ({
  owner,
  newAdmin,
  pageAs,
}) => {
  await owner.goto("/settings/system");
  await expect(owner.getByText("16.4.6")).toBeVisible();
  await expect(owner.getByText("Data folder")).toBeVisible();
  if (process.versions.node.startsWith("20."))
    await expect(owner.getByText("Node 20 has ended and gets no security fixes.")).toBeVisible();
  const page = await pageAs(await newAdmin("viewer"));
  await page.goto("/settings/system");
  await expect(page.getByText("16.4.6")).toBeVisible();
  await expect(page.getByText("Data folder")).toBeHidden();
});
