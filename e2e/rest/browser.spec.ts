import type { Page } from "@playwright/test";
import { emptySite } from "../support/empty-site";
import { expect, test } from "../support/fixtures";
import { startInstance } from "../support/instance";
import { medusaBundle } from "../support/medusa-bundle";
import { databaseUrl } from "../support/server";

declare const Medusa: typeof import("@medusajs/medusa-js").default;

type Credentials = { email: string; password: string };

/** What a page does with the client: sign in, look, write, sign out, look again. */
async function wholeSession(page: Page, baseUrl: string, credentials: Credentials) {
  await page.evaluate(await medusaBundle());
  return page.evaluate(
    async ([baseUrl, { email, password }]) => {
      const medusa = new Medusa({ baseUrl, maxRetries: 0 });
      const statusOf = (work: Promise<unknown>) =>
        work.then(
          () => 200,
          (error) => error.response?.status ?? error.message,
        );
      const signedIn = await medusa.admin.auth.createSession({ email, password });
      const me = await medusa.admin.auth.getSession();
      const created = await medusa.admin.customers.create({
        email: `c${crypto.randomUUID()}@example.com`,
        first_name: "From",
        last_name: "A page",
        password: "",
      });
      const edited = await medusa.admin.customers.update(created.customer.id, { phone: "112" });
      const missing = await statusOf(medusa.admin.customers.retrieve("nobody"));
      await medusa.admin.auth.deleteSession();
      return {
        signedIn: signedIn.user.email,
        me: me.user.email,
        phone: edited.customer.phone,
        missing,
        afterwards: await statusOf(medusa.admin.customers.list()),
        cookie: document.cookie,
      };
    },
    [baseUrl, credentials] as const,
  );
}

const expected = (email: string) => ({
  signedIn: email,
  me: email,
  phone: "112",
  missing: 404,
  afterwards: 401,
  cookie: "",
});

test("the unmodified client in a page of ours signs in, works and signs out with its cookie", async ({
  page,
  newAdmin,
  baseURL,
}) => {
  const admin = await newAdmin("admin");
  await page.goto("/health/live");
  expect(await wholeSession(page, baseURL ?? "", admin)).toEqual(expected(admin.email));
});

test("a page of another origin works when the origin is allowed, and is shut out when it is not", async ({
  page,
  newAdmin,
}) => {
  test.setTimeout(120_000);
  const [allowed, other] = [await emptySite(), await emptySite()];
  const instance = await startInstance({
    env: { DATABASE_URL: databaseUrl(), CLIENTELE_ADMIN_CORS: allowed.origin },
  });
  try {
    const admin = await newAdmin("admin");
    await page.goto(allowed.origin);
    expect(await wholeSession(page, instance.url, admin)).toEqual(expected(admin.email));

    await page.goto(other.origin);
    await page.evaluate(await medusaBundle());
    const seen = await page.evaluate(
      async ([baseUrl, { email, password }]) => {
        const medusa = new Medusa({ baseUrl, maxRetries: 0 });
        return medusa.admin.auth.createSession({ email, password }).then(
          () => "signed in",
          (error) => error.message,
        );
      },
      [instance.url, admin] as const,
    );
    expect(seen).toBe("Network Error");
  } finally {
    await instance.stop();
    allowed.close();
    other.close();
  }
});

test("a page elsewhere cannot make a signed-in browser write: no form, no text/plain, no blind fetch", async ({
  page,
  newAdmin,
  baseURL,
  database,
}) => {
  const admin = await newAdmin("admin");
  await page.goto("/health/live");
  const signedIn = await page.evaluate(async ({ email, password }) => {
    const response = await fetch("/admin/auth", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    return response.status;
  }, admin);
  expect(signedIn).toBe(200);
  const site = await emptySite();
  await page.goto(site.origin);
  const marker = `evil-${crypto.randomUUID()}@example.com`;
  await page.evaluate(
    async ([baseUrl, email]) => {
      const body = JSON.stringify({ email, first_name: "a", last_name: "b", password: "" });
      for (const init of [
        { mode: "no-cors", headers: { "content-type": "text/plain" } },
        { mode: "cors", headers: { "content-type": "text/plain" } },
        { mode: "cors", headers: { "content-type": "application/json" } },
      ] as RequestInit[])
        await fetch(`${baseUrl}/admin/customers`, {
          ...init,
          method: "POST",
          credentials: "include",
          body,
        }).catch(() => {});
    },
    [baseURL ?? "", marker] as const,
  );
  const answered = page.waitForResponse(/\/admin\/customers/);
  await page.evaluate(
    ([baseUrl, email]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.enctype = "text/plain";
      form.action = `${baseUrl}/admin/customers`;
      const input = document.createElement("input");
      input.name = `{"email":"${email}","first_name":"a","last_name":"`;
      input.value = '","password":""}';
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    [baseURL ?? "", marker] as const,
  );
  expect((await answered).status()).toBe(403);
  const { rows } = await database.query("select 1 from customer where email = $1", [marker]);
  expect(rows).toEqual([]);
  site.close();
});

test("the desk's own session opens the API too", async ({ owner }) => {
  await owner.goto("/customers");
  const status = await owner.evaluate(() =>
    fetch("/admin/customers?limit=1").then((r) => r.status),
  );
  expect(status).toBe(200);
});
