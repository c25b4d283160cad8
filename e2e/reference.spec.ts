import { expect, test } from "./support/fixtures";

type Document = { paths: Record<string, Record<string, { operationId: string }>> };

const documentAt = async (baseURL?: string): Promise<Document> =>
  (await fetch(new URL("/openapi.json", baseURL))).json();

const LIST = "#v1-get-admin-customers";
const CREATE = "#v1-post-admin-customers";

test("the reference shows every route of the served document, to anybody, with lines to copy", async ({
  page,
  baseURL,
}) => {
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API reference");
  const { paths } = await documentAt(baseURL);
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => ({ path, method, operationId })),
  );
  expect(routes.length).toBeGreaterThan(20);
  const shown = await page.locator("article").evaluateAll((articles) =>
    articles.map((article) => ({
      id: article.id,
      title: article.querySelector("h4")?.textContent ?? "",
      labels: [...article.querySelectorAll("figcaption")].map((one) => one.textContent ?? ""),
    })),
  );
  expect(shown.map(({ id }) => id).sort()).toEqual(routes.map((one) => one.operationId).sort());
  for (const { path, method, operationId } of routes) {
    const route = shown.find(({ id }) => id === operationId);
    expect(route?.title, operationId).toBe(`${method.toUpperCase()}${path}`);
    expect(route?.labels, operationId).toEqual(expect.arrayContaining(["cURL", "fetch"]));
  }
});

test("a route is found by a word and opened by the keyboard alone", async ({ page }) => {
  await page.goto("/docs/api");
  await page.getByRole("searchbox", { name: "Filter routes" }).fill("first customers creates");
  const nav = page.getByRole("navigation", { name: "Routes" });
  await expect(nav.getByRole("status")).toHaveText(/^[12] routes?$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#v1-post-admin-customers$/);
  await expect(page.locator(CREATE)).toBeInViewport();
});

test("a route is tried with the session of this browser, reading and writing", async ({
  owner: page,
}) => {
  await page.goto("/docs/api");
  const list = page.locator(LIST);
  await list.getByRole("button", { name: /^Try it: GET/ }).click();
  await list.getByLabel("limit").fill("1");
  await list.getByLabel("created_at[gt]").fill("2020-01-01");
  await list.getByRole("button", { name: "Send GET" }).click();
  await expect(list.getByText("200 OK")).toBeVisible();
  await expect(list.getByText(/^\d+ ms$/)).toBeVisible();
  await expect(list.getByRole("figure", { name: /^headers/ })).toContainText("x-request-id");
  await expect(list.locator("form > [role=status]")).toContainText('"limit": 1');

  const create = page.locator(CREATE);
  await create.getByRole("button", { name: /^Try it: POST/ }).click();
  const email = `try${crypto.randomUUID().slice(0, 8)}@example.com`;
  const body = { email, first_name: "Try", last_name: "It", password: "" };
  await create.getByRole("textbox", { name: "Body" }).fill(JSON.stringify(body));
  await create.getByRole("button", { name: "Send POST" }).click();
  await expect(create.getByText("201 Created")).toBeVisible();
  await expect(create.locator("form > [role=status]")).toContainText(email);
});

test("a pasted token is used instead of the session, and goes with the page", async ({
  page,
  api,
}) => {
  const { token } = await api("read");
  await page.goto("/docs/api");
  const send = async (route: string, method: string) => {
    const section = page.locator(route);
    const button = section.getByRole("button", { name: `Send ${method}` });
    if (!(await button.isVisible()))
      await section.getByRole("button", { name: `Try it: ${method}` }).click();
    await button.click();
    return section.locator("form > [role=status]");
  };
  await expect(await send(LIST, "GET")).toContainText("401");
  await page.getByLabel("Token for trying").fill(token);
  await expect(await send(LIST, "GET")).toContainText("200 OK");
  await expect(await send(CREATE, "POST")).toContainText("403");
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).not.toContain(token);
  await page.reload();
  await expect(page.getByLabel("Token for trying")).toHaveValue("");
});

test("the reference is clean for assistive technology and breaks no policy", async ({
  page,
  axeClean,
}) => {
  test.slow(); // a long page to scan
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("/docs/api");
  await page
    .locator(LIST)
    .getByRole("button", { name: /^Try it: GET/ })
    .click();
  await expect(page.locator(LIST).getByLabel("limit")).toBeVisible();
  expect(complaints).toEqual([]);
  // routes look alike: the first one of each heading stands for the others
  await page
    .locator("article + article")
    .evaluateAll((articles) => articles.map((article) => article.remove()));
  await axeClean(page);
});

test("on a phone the reference fits, and its list of routes opens on demand", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto("/docs/api");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  const nav = page.getByRole("navigation", { name: "Routes" });
  await expect(nav).toBeHidden();
  await page.getByRole("button", { name: "Routes" }).click();
  await nav.getByRole("link", { name: "GET /admin/customers", exact: true }).first().click();
  await expect(nav).toBeHidden();
  await expect(page.locator(LIST)).toBeInViewport();
  await context.close();
});

test("the document is served to every page, with a tag that saves the second time", async ({
  baseURL,
}) => {
  const url = new URL("/openapi.json", baseURL);
  const first = await fetch(url, { headers: { origin: "https://tool.example.com" } });
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toContain("application/json");
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  expect(first.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(await first.json()).toMatchObject({ openapi: "3.1.0" });
  const etag = first.headers.get("etag") ?? "";
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
});
