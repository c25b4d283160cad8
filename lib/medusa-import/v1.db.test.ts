import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAddresses } from "../customers/addresses";
import { getCustomer } from "../customers/customers";
import { db } from "../db";
import { allChanges, anAdmin } from "../testing/actors";
import { medusaHash } from "../testing/medusa-hash";
import { aMedusaShop, collect, type MedusaShop } from "../testing/medusa-shop";
import { call } from "../testing/rest-client";
import { bearer, storeToken } from "../testing/store-client";
import type { Report } from "./report";
import { importMedusa } from "./run";
import type { Finding } from "./tally";

let shop: MedusaShop;
let first: Report;
let findings: Finding[];

beforeAll(async () => {
  shop = await aMedusaShop("v1");
  await shop.add(
    "customer",
    {
      id: "cus_jane",
      email: "Jane@Example.com",
      first_name: " Jane ",
      last_name: "Doe",
      phone: "+41 79 000 00 00",
      has_account: true,
      password_hash: await medusaHash("plum-violet-kettle-orbit"),
      metadata: { vip: true, nested: { list: [1, "two"] } },
    },
    { id: "cus_guest", email: "jane@example.com", has_account: false },
    { id: "cus_later", email: "JANE@example.com", has_account: true },
    { id: "cus_broken", email: "no address", has_account: false },
    { id: "cus_control", email: "control@example.com", first_name: "a\u0007b" },
    { id: "cus_gone", email: "gone@example.com", deleted_at: "2024-05-01" },
    { id: "cus_dear", email: "dear@example.com", has_account: true, password_hash: "bm9uZQ==" },
    { id: "cus_list", email: "list@example.com", metadata: ["no", "object"] },
  );
  await shop.add(
    "address",
    { id: "addr_home", customer_id: "cus_jane", city: "Bern", country_code: "CH" },
    { id: "addr_bill", customer_id: null, city: "Basel", country_code: "ch", company: "Doe AG" },
    { id: "addr_order", customer_id: null, city: "of some order" },
    { id: "addr_gone", customer_id: "cus_jane", deleted_at: "2024-05-01" },
    { id: "addr_lost", customer_id: "cus_later", city: "Olten" },
    { id: "addr_nowhere", customer_id: "cus_guest", country_code: "zz" },
  );
  await shop.sql("update customer set billing_address_id = 'addr_bill' where id = 'cus_jane'");
  await shop.sql("update customer set billing_address_id = 'addr_home' where id = 'cus_guest'");
  await shop.add(
    "customer_group",
    { id: "cgrp_vip", name: "VIP", metadata: { colour: "red" } },
    { id: "cgrp_taken", name: "Wholesale" },
    { id: "cgrp_gone", name: "Gone", deleted_at: "2024-05-01" },
  );
  for (const [group, customer] of [
    ["cgrp_vip", "cus_jane"],
    ["cgrp_vip", "cus_guest"],
    ["cgrp_taken", "cus_jane"],
    ["cgrp_gone", "cus_jane"],
    ["cgrp_vip", "cus_gone"],
    ["cgrp_vip", "cus_later"],
  ])
    await shop.add("customer_group_customers", { customer_group_id: group, customer_id: customer });
  const { createGroup } = await import("../groups/groups");
  await createGroup(await anAdmin(), { name: "Wholesale" });
  first = await importMedusa({ from: shop.url });
  findings = await collect(first.findings());
});
afterAll(() => shop.end());

describe("a shop of Medusa's first generation", () => {
  it("comes with everything, and each row that was read is counted once", () => {
    expect(first).toMatchObject({ generation: "v1", isFinished: true });
    expect(first.counts).toEqual({
      groups: counts({ read: 3, new: 1, clash: 1, deleted: 1 }),
      customers: counts({ read: 8, new: 3, clash: 1, invalid: 3, deleted: 1 }),
      addresses: counts({ read: 5, new: 2, ownerless: 1, invalid: 1, deleted: 1 }),
      memberships: counts({ read: 5, new: 3, ownerless: 1, deleted: 1 }),
    });
  });

  it("keeps ids, dates and metadata, and writes e-mails and texts in our form", async () => {
    const customer = await getCustomer(await anAdmin(), "cus_jane");
    expect(customer).toMatchObject({
      email: "jane@example.com",
      hasAccount: true,
      firstName: "Jane",
      phone: "+41 79 000 00 00",
      metadata: { vip: true, nested: { list: [1, "two"] } },
      createdBy: null,
      createdAt: "2024-03-01T10:00:00.123Z",
      updatedAt: "2024-04-01T10:00:00.000Z",
    });
    expect(customer.groups.map(({ name }) => name)).toEqual(["VIP", "Wholesale"]);
  });

  it("makes the billing address a default that stands beside the list when it did so there", async () => {
    const addresses = await listAddresses(await anAdmin(), ["cus_jane"]);
    expect(
      addresses.map(({ id, listed, isDefaultBilling, countryCode }) => [
        id,
        listed,
        isDefaultBilling,
        countryCode,
      ]),
    ).toEqual([
      ["addr_bill", false, true, "ch"],
      ["addr_home", true, false, "ch"],
    ]);
    expect(addresses.some((address) => address.isDefaultShipping)).toBe(false);
  });

  it("tells of each row that was not taken, and why", () => {
    const told = findings.map(
      ({ entity, rowId, outcome, reason }) => `${entity} ${rowId} ${outcome}: ${reason}`,
    );
    const said = (pattern: RegExp) =>
      expect(told.filter((line) => pattern.test(line))).toHaveLength(1);
    said(
      /^groups cgrp_taken clash: A group named “Wholesale” is here already: cgrp_\w+\. Its members/,
    );
    said(/^customers cus_later clash: An account with this e-mail is here already: cus_/);
    said(/^customers cus_broken invalid: email: Enter an e-mail address/);
    said(/^customers cus_control invalid: firstName: Remove the control characters/);
    said(/^customers cus_list invalid: metadata: Metadata must be an object/);
    said(/^customers cus_dear noted: The hash of the password is none/);
    said(/^customers cus_guest noted: Its billing address addr_home there is not its own/);
    said(/^addresses addr_lost ownerless: Its customer cus_later was not taken/);
    said(/^addresses addr_nowhere invalid: countryCode: Use a country's two-letter code/);
    said(/^memberships cgrp_vip\/cus_later ownerless/);
    expect(told).toHaveLength(10);
    expect(findings.find(({ rowId }) => rowId === "cus_broken")?.email).toBe("no address");
  });

  it("stands in the history as one change with its name, through the door of imports", async () => {
    const sets = await allChanges();
    const [people] = sets.filter(({ kind }) => kind === "import.medusa");
    expect(people).toMatchObject({
      label: "Imported from Medusa v1",
      actorKind: "system",
      actorName: "Medusa v1",
      door: "import",
      rows: 8,
    });
    expect(
      JSON.stringify(people?.changeRows, (_, v) => (typeof v === "bigint" ? `${v}` : v)),
    ).not.toContain("scrypt");
  });

  it("lets a customer sign in with the password of before, whose hash is then one of ours", async () => {
    const token = await storeToken("jane@example.com");
    expect((await call("/store/customers/me", { headers: bearer(token) })).body.customer.id).toBe(
      "cus_jane",
    );
    expect(await hashOf("cus_jane")).toMatch(/^\$argon2id\$/);
    const wrong = { email: "jane@example.com", password: "wrong" };
    expect((await call("/store/auth/token", { body: wrong })).status).toBe(401);
    expect(await storeToken("jane@example.com")).toBeTruthy();
  });

  it("changes nothing the second time, not even for one who has signed in since", async () => {
    const before = await everything();
    const again = await importMedusa({ from: shop.url });
    expect(await everything()).toEqual(before);
    for (const entity of ["customers", "addresses", "memberships"] as const) {
      expect(again.counts[entity]).toMatchObject({
        new: 0,
        changed: 0,
        same: first.counts[entity].new,
      });
      expect(again.counts[entity].read).toBe(first.counts[entity].read);
    }
    expect(await collect(again.findings())).toHaveLength(findings.length);
  });
});

function counts(some: Partial<Report["counts"]["customers"]>) {
  const none = {
    read: 0,
    new: 0,
    changed: 0,
    same: 0,
    deleted: 0,
    clash: 0,
    invalid: 0,
    left: 0,
    ownerless: 0,
  };
  return { ...none, ...some };
}

async function hashOf(id: string) {
  return (await db().customer.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } }))
    .passwordHash;
}

async function everything() {
  return db().$queryRaw`
    select (select jsonb_agg(to_jsonb(c) order by id) from customer c) as customers,
      (select jsonb_agg(to_jsonb(a) order by id) from customer_address a) as addresses,
      (select jsonb_agg(to_jsonb(m) order by group_id, customer_id) from customer_group_member m) as members,
      (select jsonb_agg(to_jsonb(g) order by id) from customer_group g) as groups,
      (select count(*)::int from change_set) as changes`;
}
