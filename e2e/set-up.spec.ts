import { expect, test } from "./support/fixtures";
import { type Instance, removeInstance, startInstance } from "./support/instance";
import { send } from "./support/raw";
import { actionId, postAction } from "./support/server-actions";

const password = "plum-violet-kettle-orbit";
let instance: Instance;
let link: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  instance = await startInstance();
  link = /http:\S+\/setup\?token=\S+/.exec(instance.output())?.[0] ?? "";
});
test.afterAll(() => removeInstance(instance));

test("the start prints a link, and without it the set-up is closed", async ({ page }) => {
  expect(link).toContain(instance.url);
  for (const path of ["/setup", "/setup?token=", "/setup?token=wrong", "/setup?token=a&token=b"]) {
    const { status, text } = await send(instance.url, path);
    expect(status, path).toBe(403);
    expect(text, path).not.toContain("<form");
  }
  await page.goto(instance.url);
  await expect(page).toHaveURL(`${instance.url}/setup`);
  await expect(page.getByText("Make the first account here")).toBeVisible();
  await page.goto(`${instance.url}/customers`);
  await expect(page).toHaveURL(`${instance.url}/setup`);
});

test("a wrong token, no token or a strange host makes nobody an owner", async () => {
  const input = { email: "eve@example.com", firstName: "Eve", lastName: "", password };
  const id = actionId("setUpAction");
  for (const token of ["wrong", "", undefined, { contains: "" }]) {
    const { text } = await postAction(instance.url, id, [{ ...input, token }], { path: "/setup" });
    expect(text).toMatch(/"code":"(forbidden|invalid)"/);
  }
  const token = new URL(link).searchParams.get("token");
  const host = new URL(instance.url).host.replace("localhost", "evil.example");
  const rebound = await send(instance.url, "/setup", {
    method: "POST",
    headers: { host, origin: `http://${host}`, "next-action": id, "content-type": "text/plain" },
    body: JSON.stringify([{ ...input, token }]),
  });
  expect(rebound.status).toBe(421);
  const crossed = await send(instance.url, "/setup", {
    method: "POST",
    headers: { origin: "https://evil.example", "next-action": id, "content-type": "text/plain" },
    body: JSON.stringify([{ ...input, token }]),
  });
  expect(crossed.status).toBe(403);
});

test("the link makes the owner, who is signed in, and is over then", async ({ page, axeClean }) => {
  const opened = await page.goto(link);
  expect(opened?.headers()["referrer-policy"]).toBe("no-referrer");
  await axeClean(page);

  await page.getByRole("button", { name: "Make the owner’s account" }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByLabel("E-mail").fill(" Ada@Example.com ");
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Password", { exact: true }).fill("password12345678");
  await page.getByRole("button", { name: "Make the owner’s account" }).click();
  await expect(page.getByText("easily guessed")).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await axeClean(page);

  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  const chosen = await page.getByLabel("Password", { exact: true }).inputValue();
  expect(chosen).toHaveLength(20);
  await page.getByRole("button", { name: "Make the owner’s account" }).click();
  await expect(page).toHaveURL(`${instance.url}/customers`);
  await expect(page.getByRole("button", { name: "Account of Ada" })).toBeVisible();

  for (const path of [new URL(link).pathname + new URL(link).search, "/setup"])
    expect((await send(instance.url, path)).status, path).toBe(404);
  const again = await postAction(instance.url, actionId("setUpAction"), [{}], { path: "/setup" });
  expect(again.text).toContain('"code":"conflict"');

  await page.context().clearCookies();
  await page.goto(instance.url);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill(chosen);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${instance.url}/customers`);
});

test("a further start prints no link", async () => {
  test.setTimeout(120_000);
  const { dataDir, port } = instance;
  await instance.stop();
  instance = await startInstance({ dataDir, port });
  expect(instance.output()).not.toContain("/setup?token=");
});
