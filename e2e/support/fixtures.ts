import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import pg from "pg";
import { insertAdmin, insertApiKey, type TestAdmin } from "./rows";
import { databaseUrl, OWNER } from "./server";

type Api = { token: string; fetch: (path: string, init?: RequestInit) => Promise<Response> };
type Fields = Record<string, unknown>;
type Credentials = { email: string; password: string };

type Fixtures = {
  /** A page signed in as the owner that the environment provisioned. */
  owner: Page;
  /** A page in a browser context of its own, signed in as this admin. */
  pageAs: (admin: Credentials, options?: Parameters<Browser["newContext"]>[0]) => Promise<Page>;
  newAdmin: (role: "owner" | "admin" | "viewer") => Promise<TestAdmin>;
  api: (access: "read" | "write") => Promise<Api>;
  /** A customer made through the API; answers the API's customer. */
  newCustomer: (fields?: Fields) => Promise<Fields & { id: string; email: string }>;
  axeClean: (page: Page) => Promise<void>;
};
type WorkerFixtures = { database: pg.Client; maker: TestAdmin; states: Map<string, string> };

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const client = new pg.Client(databaseUrl());
      await client.connect();
      await use(client);
      await client.end();
    },
    { scope: "worker" },
  ],
  maker: [
    async ({ database }, use) => use(await insertAdmin(database, "owner")),
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  states: [async ({}, use) => use(new Map()), { scope: "worker" }],

  newAdmin: async ({ database }, use) => use((role) => insertAdmin(database, role)),
  owner: async ({ pageAs }, use) => use(await pageAs(OWNER)),
  pageAs: async ({ browser, baseURL, database, states }, use) => {
    const contexts: Awaited<ReturnType<Browser["newContext"]>>[] = [];
    await use(async (admin, options = {}) => {
      const kept = states.get(admin.email);
      const context = await browser.newContext({
        baseURL,
        ...options,
        storageState: kept && JSON.parse(kept),
      });
      contexts.push(context);
      const page = await context.newPage();
      if (!kept) {
        await signIn(page, database, admin);
        states.set(admin.email, JSON.stringify(await context.storageState()));
      }
      return page;
    });
    for (const context of contexts) await context.close();
  },
  api: async ({ database, maker, baseURL }, use) =>
    use(async (access) => {
      const token = await insertApiKey(database, maker.id, access);
      return {
        token,
        fetch: (path, init = {}) =>
          fetch(new URL(path, baseURL), {
            ...init,
            headers: {
              "x-medusa-access-token": token,
              "content-type": "application/json",
              ...init.headers,
            },
          }),
      };
    }),
  newCustomer: async ({ api }, use) => {
    const { fetch } = await api("write");
    await use(async (fields = {}) => {
      const body = {
        email: someEmail(),
        first_name: "Test",
        last_name: "Person",
        password: "",
        ...fields,
      };
      const response = await fetch("/admin/customers", {
        method: "POST",
        body: JSON.stringify(body),
      });
      expect(response.status, await response.clone().text()).toBe(201);
      return (await response.json()).customer;
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  axeClean: async ({}, use) =>
    use(async (page) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            (v) => `${colorScheme}: ${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`,
          ),
        ).toEqual([]);
      }
    }),
});

export { expect };

/** An address nobody else in the run uses. */
export function someEmail(): string {
  return `c${crypto.randomUUID().slice(0, 13)}@example.com`;
}

/** Signs in through the page. The run's own sign-ins do not count against the limit that other tests try. */
export async function signIn(page: Page, database: pg.Client, admin: Credentials): Promise<void> {
  await database.query("delete from attempt_limit where key like 'network:%' or key = 'everybody'");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(admin.email);
  await page.getByLabel("Password", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/customers/);
}
