import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAddresses } from "../customers/addresses";
import { getCustomer } from "../customers/customers";
import { db } from "../db";
import { anAdmin } from "../testing/actors";
import { medusaHash, SECOND_GENERATION } from "../testing/medusa-hash";
import { aMedusaShop, collect, type MedusaShop } from "../testing/medusa-shop";
import { call } from "../testing/rest-client";
import { bearer, storeToken } from "../testing/store-client";
import type { Report } from "./report";
import { importMedusa } from "./run";
import type { Finding } from "./tally";

let shop: MedusaShop;
let report: Report;
let findings: Finding[];

beforeAll(async () => {
  shop = await aMedusaShop("v2");
  await shop.add(
    "customer",
    {
      id: "cus_jane",
      email: "jane@example.com",
      company_name: "Doe AG",
      has_account: true,
      created_by: "user_1",
    },
    { id: "cus_moved", email: "moved@example.com", has_account: true },
    { id: "cus_social", email: "social@example.com", has_account: true },
    { id: "cus_nobody", email: null, first_name: "Walk", last_name: "In" },
    { id: "cus_odd", email: null, has_account: true },
  );
  const password = await medusaHash("plum-violet-kettle-orbit", SECOND_GENERATION);
  await shop.add(
    "auth_identity",
    { id: "au_1", app_metadata: { customer_id: "cus_jane" } },
    { id: "au_2", app_metadata: { customer_id: "cus_moved" } },
    { id: "au_3", app_metadata: { customer_id: "cus_social" } },
    { id: "au_4", app_metadata: { user_id: "user_1" } },
    { id: "au_5", app_metadata: { customer_id: "cus_social" }, deleted_at: "2024-05-01" },
  );
  await shop.add(
    "provider_identity",
    {
      id: "p_1",
      entity_id: "jane@example.com",
      provider: "emailpass",
      auth_identity_id: "au_1",
      provider_metadata: { password },
    },
    {
      id: "p_2",
      entity_id: "before@example.com",
      provider: "emailpass",
      auth_identity_id: "au_2",
      provider_metadata: { password },
    },
    {
      id: "p_3",
      entity_id: "10999",
      provider: "google",
      auth_identity_id: "au_3",
      provider_metadata: { password },
    },
    {
      id: "p_4",
      entity_id: "admin@example.com",
      provider: "emailpass",
      auth_identity_id: "au_4",
      provider_metadata: { password },
    },
    {
      id: "p_5",
      entity_id: "social@example.com",
      provider: "emailpass",
      auth_identity_id: "au_5",
      provider_metadata: { password },
    },
  );
  await shop.add(
    "customer_address",
    {
      id: "a_1",
      customer_id: "cus_jane",
      address_name: "Home",
      is_default_shipping: true,
      country_code: "ch",
    },
    { id: "a_2", customer_id: "cus_jane", address_name: "Work", is_default_billing: true },
    { id: "a_3", customer_id: "cus_jane", address_name: "Old", deleted_at: "2024-05-01" },
  );
  await shop.add("customer_group", { id: "cg_1", name: "VIP", created_by: "user_1" });
  await shop.add(
    "customer_group_customer",
    { id: "m_1", customer_id: "cus_jane", customer_group_id: "cg_1", deleted_at: "2024-05-01" },
    {
      id: "m_2",
      customer_id: "cus_jane",
      customer_group_id: "cg_1",
      created_at: "2024-06-01T00:00:00Z",
    },
    { id: "m_3", customer_id: "cus_moved", customer_group_id: "cg_1", deleted_at: "2024-05-01" },
    { id: "m_4", customer_id: "cus_nobody", customer_group_id: "cg_missing" },
  );
  report = await importMedusa({ from: shop.url });
  findings = await collect(report.findings());
});
afterAll(() => shop.end());

describe("a shop of Medusa's second generation", () => {
  it("comes with everything, and each row that was read is counted once", () => {
    expect(report).toMatchObject({ generation: "v2", isFinished: true });
    expect(report.counts.customers).toMatchObject({ read: 5, new: 4, invalid: 1 });
    expect(report.counts.addresses).toMatchObject({ read: 3, new: 2, deleted: 1 });
    expect(report.counts.memberships).toMatchObject({ read: 3, new: 1, deleted: 1, ownerless: 1 });
    expect(report.counts.groups).toMatchObject({ read: 1, new: 1 });
    expect(findings.map(({ rowId, outcome }) => `${rowId} ${outcome}`).sort()).toEqual([
      "cg_missing/cus_nobody ownerless",
      "cus_moved noted",
      "cus_odd invalid",
    ]);
  });

  it("keeps company, maker and both kinds of default", async () => {
    const actor = await anAdmin();
    expect(await getCustomer(actor, "cus_jane")).toMatchObject({
      companyName: "Doe AG",
      createdBy: "user_1",
      groups: [{ id: "cg_1", name: "VIP" }],
    });
    const addresses = await listAddresses(actor, ["cus_jane"]);
    const kept = addresses.map((a) => [
      a.addressName,
      a.isDefaultShipping,
      a.isDefaultBilling,
      a.listed,
    ]);
    expect(kept).toEqual([
      ["Home", true, false, true],
      ["Work", false, true, true],
    ]);
    expect(await getCustomer(actor, "cus_nobody")).toMatchObject({
      email: null,
      firstName: "Walk",
    });
  });

  it("keeps since when somebody is in a group", async () => {
    const [member] = await db().customerGroupMember.findMany();
    expect(member?.createdAt.toISOString()).toBe("2024-06-01T00:00:00.000Z");
  });

  it("lets a customer sign in with the password of before, whose hash is then one of ours", async () => {
    expect(await hashOf("cus_jane")).toMatch(/^\$scrypt-kdf\$/);
    const token = await storeToken("jane@example.com");
    expect((await call("/store/customers/me", { headers: bearer(token) })).status).toBe(200);
    expect(await hashOf("cus_jane")).toMatch(/^\$argon2id\$/);
  });

  it("takes no password that is not this customer's by e-mail and password", async () => {
    expect(await hashOf("cus_social")).toBeNull();
    expect(await hashOf("cus_moved")).toMatch(/^\$scrypt-kdf\$/);
    expect(findings.find(({ rowId }) => rowId === "cus_moved")?.reason).toBe(
      "Signs in as before@example.com there, with the e-mail here.",
    );
  });

  it("of an early release, without the columns that came later, is read as well", async () => {
    const early = await aMedusaShop("v2");
    await early.sql(`alter table customer_address drop column deleted_at;
      alter table customer_group_customer drop column deleted_at;
      alter table auth_identity drop column deleted_at; alter table provider_identity drop column deleted_at`);
    const password = await medusaHash("plum-violet-kettle-orbit");
    await early.add("customer", { id: "cus_early", email: "early@example.com", has_account: true });
    await early.add("customer_address", { id: "a_early", customer_id: "cus_early", city: "Bern" });
    await early.add("customer_group", { id: "cg_early", name: "Early" });
    await early.add("customer_group_customer", {
      customer_id: "cus_early",
      customer_group_id: "cg_early",
    });
    await early.add("auth_identity", { id: "au", app_metadata: { customer_id: "cus_early" } });
    await early.add("provider_identity", {
      id: "p",
      entity_id: "early@example.com",
      provider: "emailpass",
      auth_identity_id: "au",
      provider_metadata: { password },
    });
    const { counts } = await importMedusa({ from: early.url });
    await early.end();
    expect(Object.values(counts).map((entity) => entity.new)).toEqual([1, 1, 1, 1]);
    expect(await storeToken("early@example.com")).toBeTruthy();
  });

  it("without a module for sign-ins comes without passwords", async () => {
    const bare = await aMedusaShop("v2");
    await bare.sql("drop table provider_identity, auth_identity");
    await bare.add("customer", { id: "cus_bare", email: "bare@example.com", has_account: true });
    const { counts } = await importMedusa({ from: bare.url });
    await bare.end();
    expect(counts.customers.new).toBe(1);
    expect(await hashOf("cus_bare")).toBeNull();
  });
});

async function hashOf(id: string) {
  const select = { passwordHash: true };
  return (await db().customer.findUniqueOrThrow({ where: { id }, select })).passwordHash;
}
