import { JSDOM } from "jsdom";
import { expect, test } from "../support/fixtures";
import { medusaReactBundle } from "../support/medusa-bundle";
import type { MedusaReactHooks } from "../support/medusa-react-page";
import { OWNER } from "../support/server";

declare const medusaReactHooks: MedusaReactHooks;
type Outcome = Awaited<ReturnType<MedusaReactHooks>>;

/** Medusa's own tests of the hooks: each gives the status of the answer and the body's entity. */
function expectEachHookToWork(outcome: Outcome, id: string) {
  const email = `${id}@example.com`;
  const { login, session, created, updated, retrieved, listed, ...rest } = outcome;
  expect(login).toMatchObject({ status: 200, user: { email: OWNER.email } });
  expect(session).toMatchObject({ status: 200, user: { email: OWNER.email } });
  expect(created).toMatchObject({ status: 201, customer: { email, has_account: false } });
  expect(updated).toMatchObject({ status: 200, customer: { email, phone: "0123" } });
  expect(retrieved).toMatchObject({ status: 200, customer: { email, shipping_addresses: [] } });
  expect(listed).toMatchObject({ status: 200, count: 1, offset: 0, limit: 50 });
  expect(listed.customers.map((customer) => customer.email)).toEqual([email]);
  const { group, renamed, added, inGroup, oneGroup, groups, removed, deleted } = rest;
  expect(group).toMatchObject({ status: 200, customer_group: { name: `Group ${id}` } });
  expect(renamed).toMatchObject({ status: 200, customer_group: { name: `New ${id}` } });
  expect(added).toMatchObject({ status: 200, customer_group: { name: `New ${id}` } });
  expect(inGroup).toMatchObject({ status: 200, count: 1, customers: [{ email }] });
  expect(oneGroup).toMatchObject({ status: 200, customer_group: { customers: [{ email }] } });
  expect(groups).toMatchObject({ status: 200, count: 1, customer_groups: [{ name: `New ${id}` }] });
  expect(removed).toMatchObject({ status: 200, customer_group: { name: `New ${id}` } });
  expect(deleted).toMatchObject({ status: 200, object: "customer_group", deleted: true });
  expect(rest.logout).toMatchObject({ status: 200 });
}

test("medusa-react's hooks work in Chromium with the session's cookie", async ({ page }) => {
  const id = `h${crypto.randomUUID().slice(0, 13)}`;
  await page.goto("/health/live");
  await page.evaluate(await medusaReactBundle());
  const outcome = await page.evaluate(
    ([credentials, id]) => medusaReactHooks({ baseUrl: window.location.origin }, credentials, id),
    [OWNER, id] as const,
  );
  expectEachHookToWork(outcome, id);
  expect(outcome.afterwards.status).toBe(401);
});

test("medusa-react's hooks work in a simulated page with an API token", async ({
  api,
  baseURL,
}) => {
  const id = `h${crypto.randomUUID().slice(0, 13)}`;
  const { token } = await api("write");
  const { window } = new JSDOM("", { url: baseURL, runScripts: "outside-only" });
  window.eval(await medusaReactBundle());
  const { medusaReactHooks } = window as unknown as { medusaReactHooks: MedusaReactHooks };
  const outcome = await medusaReactHooks({ baseUrl: baseURL ?? "", apiKey: token }, OWNER, id);
  window.close();
  expectEachHookToWork(outcome, id);
});
