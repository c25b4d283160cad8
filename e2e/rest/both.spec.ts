import MedusaSdk from "@medusajs/js-sdk";
import Medusa from "@medusajs/medusa-js";
import { V1_CUSTOMER_KEYS } from "../../lib/testing/wire-keys";
import { expect, someEmail, test } from "../support/fixtures";
import { jsSdkBundle, medusaBundle } from "../support/medusa-bundle";

const V2_KEYS = [
  "company_name",
  "created_at",
  "created_by",
  "deleted_at",
  "email",
  "first_name",
  "has_account",
  "id",
  "last_name",
  "metadata",
  "phone",
  "updated_at",
];

test.describe("both generations at one base URL", () => {
  test("work on the same customer with one API token, each in its own shape", async ({
    api,
    baseURL: baseUrl = "",
  }) => {
    const { token: apiKey } = await api("write");
    const v1 = new Medusa({ baseUrl, maxRetries: 0, apiKey });
    const v2 = new MedusaSdk({ baseUrl, apiKey });
    const email = someEmail();
    const fields = { email, first_name: "Jane", last_name: "Doe", password: "a password" };
    const { customer } = await v1.admin.customers.create(fields);
    expect(Object.keys(customer).sort()).toEqual(V1_CUSTOMER_KEYS);
    const { customer: same } = await v2.admin.customer.update(customer.id, {
      company_name: "Acme",
    });
    expect(Object.keys(same).sort()).toEqual(V2_KEYS);
    expect(same).toMatchObject({ id: customer.id, email, company_name: "Acme", has_account: true });
    const [old, young] = await Promise.all([
      v1.admin.customers.list({ q: email, limit: 10, offset: 0 }),
      v2.admin.customer.list({ q: email }),
    ]);
    expect([old.limit, young.limit]).toEqual([10, 50]);
    expect(Object.keys(old.customers[0] ?? {}).sort()).toEqual(V1_CUSTOMER_KEYS);
    expect(Object.keys(young.customers[0] ?? {}).sort()).toEqual(V2_KEYS);
    await v2.admin.customer.delete(customer.id);
    const gone = await v1.admin.customers.retrieve(customer.id).catch((error) => error.response);
    expect([gone.status, gone.data.message]).toEqual([
      404,
      `Customer with id: ${customer.id} was not found`,
    ]);
  });

  test("under /v1 and /v2 keep the path in their base URL", async ({
    api,
    baseURL: baseUrl = "",
  }) => {
    const { token: apiKey } = await api("read");
    const v1 = new Medusa({ baseUrl: `${baseUrl}/v1/`, maxRetries: 0, apiKey });
    const v2 = new MedusaSdk({ baseUrl: `${baseUrl}/v2`, apiKey });
    expect((await v1.admin.customerGroups.list()).limit).toBe(10);
    expect((await v2.admin.customerGroup.list()).limit).toBe(50);
  });

  test("in one browser share the cookie, and each is answered in its own shape", async ({
    page,
    newAdmin,
    baseURL,
  }) => {
    const { email, password } = await newAdmin("admin");
    await page.goto("/health/live");
    await page.evaluate(await medusaBundle());
    await page.evaluate(await jsSdkBundle());
    const limits = await page.evaluate(
      async ([baseUrl, email, password]) => {
        const clients = globalThis as unknown as {
          Medusa: typeof Medusa;
          MedusaSdk: typeof MedusaSdk;
        };
        const v1 = new clients.Medusa({ baseUrl, maxRetries: 0 });
        const v2 = new clients.MedusaSdk({ baseUrl, auth: { type: "session" } });
        const logIns = {
          v1: () => v1.admin.auth.createSession({ email, password }),
          v2: () => v2.auth.login("user", "emailpass", { email, password }),
        };
        const seen = [];
        for (const order of [
          ["v1", "v2"],
          ["v2", "v1"],
        ] as const) {
          for (const name of order) await logIns[name]();
          const old = await v1.admin.customerGroups.list();
          const young = await v2.admin.customerGroup.list();
          seen.push([old.limit, young.limit]);
        }
        return seen;
      },
      [baseURL ?? "", email, password] as const,
    );
    expect(limits).toEqual([
      [10, 50],
      [10, 50],
    ]);
  });
});
