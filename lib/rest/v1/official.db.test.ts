import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "../../auth/actors";
import { change } from "../../changes/change";
import { db } from "../../db";
import { officialFixture } from "../../testing/official-fixture";
import { anAdminWithPassword, call, client, PASSWORD } from "../../testing/rest-client";

// What Medusa's own integration tests of the first generation assert, on the same fixture.

let api: Awaited<ReturnType<typeof client>>;
beforeAll(async () => {
  api = await client();
});
beforeEach(officialFixture);

const list = async (query = "") => {
  const answer = await api.get(`/admin/customers${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as { count: number; customers: Record<string, unknown>[] };
};
const idsOf = (customers: Record<string, unknown>[]) => customers.map((c) => c.id).sort();
const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const customer1 = {
  id: "test-customer-1",
  email: "test1@email.com",
  first_name: null,
  last_name: null,
  phone: null,
  metadata: null,
  has_account: false,
  billing_address_id: "test-address",
  created_at: iso,
  updated_at: iso,
  deleted_at: null,
};
const address = {
  id: "test-address",
  customer_id: "test-customer-1",
  company: null,
  first_name: "Lebron",
  last_name: "James",
  address_1: null,
  address_2: null,
  city: null,
  country_code: null,
  province: null,
  postal_code: null,
  phone: null,
  metadata: null,
  created_at: iso,
  updated_at: iso,
  deleted_at: null,
};

describe("C1: customers", () => {
  it("1. lists all eight", async () => {
    const { count, customers } = await list();
    expect(count).toBe(8);
    expect(idsOf(customers)).toEqual(
      expect.arrayContaining([
        "test-customer-1",
        "test-customer-2",
        "test-customer-3",
        "test-customer-has_account",
      ]),
    );
  });

  it("2. has_account=true returns no guest", async () => {
    const { customers } = await list("?has_account=true");
    expect(idsOf(customers)).toEqual(["test-customer-has_account"]);
  });

  it("3. groups[]=test-group-5 returns customers 5, 6 and 7", async () => {
    const { count, customers } = await list("?groups[]=test-group-5");
    expect(count).toBe(3);
    expect(idsOf(customers)).toEqual(["test-customer-5", "test-customer-6", "test-customer-7"]);
  });

  it("4. q=est2@ returns exactly customer 2", async () => {
    const { customers } = await list("?q=est2@");
    expect(idsOf(customers)).toEqual(["test-customer-2"]);
  });

  it("5. q=test1@email.com&expand=shipping_addresses returns one with its address", async () => {
    const { count, customers } = await list("?q=test1@email.com&expand=shipping_addresses");
    expect(count).toBe(1);
    expect(customers[0]).toEqual({ ...customer1, shipping_addresses: [address] });
  });

  it("6. create answers 201 and echoes", async () => {
    const fields = {
      first_name: "newf",
      last_name: "newl",
      email: "new@email.com",
      password: "newpassword",
      metadata: { foo: "bar" },
    };
    const { password, ...echoed } = fields;
    const answer = await api.post("/admin/customers", fields);
    expect(answer.status).toBe(201);
    expect(answer.body.customer).toMatchObject(echoed);
  });

  it("7. update of guest 3, e-mail and metadata too, answers 200 and echoes", async () => {
    const fields = {
      first_name: "newf",
      last_name: "newl",
      email: "new@email.com",
      metadata: { foo: "bar" },
    };
    const answer = await api.post("/admin/customers/test-customer-3", fields);
    expect(answer.status).toBe(200);
    expect(answer.body.customer).toMatchObject(fields);
  });

  it("8. update with an unknown group answers 404 not_found and names it", async () => {
    const answer = await api.post("/admin/customers/test-customer-3", {
      groups: [{ id: "fake-group-0" }],
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      type: "not_found",
      message: "Customer_group with customer_group_id fake-group-0 does not exist.",
    });
  });

  it("9. groups are replaced, cleared, and replaced by several", async () => {
    const groupsAfter = async (id: string, groups: string[]) => {
      const body = { groups: groups.map((group) => ({ id: group })) };
      const answer = await api.post(`/admin/customers/${id}?expand=groups`, body);
      expect(answer.status).toBe(200);
      return idsOf(answer.body.customer.groups);
    };
    expect(await groupsAfter("test-customer-3", ["test-group-4"])).toEqual(["test-group-4"]);
    expect(await groupsAfter("test-customer-3", [])).toEqual([]);
    expect(await groupsAfter("test-customer-5", ["test-group-5", "test-group-4"])).toEqual([
      "test-group-4",
      "test-group-5",
    ]);
  });

  it("10. GET customer 1 equals the whole object: 11 keys, orders and shipping_addresses", async () => {
    const answer = await api.get("/admin/customers/test-customer-1");
    expect(answer.status).toBe(200);
    expect(answer.body.customer).toEqual({
      ...customer1,
      orders: [],
      shipping_addresses: [address],
    });
  });

  it("11. GET with expand=billing_address,groups equals the whole object without the two", async () => {
    const answer = await api.get("/admin/customers/test-customer-1?expand=billing_address,groups");
    expect(answer.status).toBe(200);
    expect(answer.body.customer).toEqual({ ...customer1, billing_address: address, groups: [] });
  });

  it("an address outside the list is the billing address, shown as nobody's", async () => {
    await change(
      systemActor(),
      { kind: "test", label: "test" },
      ({ tx }) =>
        tx.$executeRaw`insert into customer_address (id, customer_id, listed, is_default_billing)
        values ('billing-2', 'test-customer-2', false, true)`,
    );
    const { customer } = (
      await api.get("/admin/customers/test-customer-2?expand=billing_address,shipping_addresses")
    ).body;
    expect(customer).toMatchObject({
      billing_address_id: "billing-2",
      billing_address: { id: "billing-2", customer_id: null },
      shipping_addresses: [],
    });
    const [listed] = (await list("?q=test2@")).customers;
    expect(listed).toMatchObject({ billing_address_id: "billing-2" });
  });
});

describe("C1: auth", () => {
  it("31. POST /admin/auth answers 200 with the user, its e-mail and dates", async () => {
    const { email } = await anAdminWithPassword();
    const answer = await call("/admin/auth", { body: { email, password: PASSWORD } });
    expect(answer.status).toBe(200);
    expect(answer.body.user).toMatchObject({ email, created_at: iso, updated_at: iso });
    expect(answer.text).not.toContain("password_hash");
  });

  it("32. POST /admin/auth/token answers 200 with an access_token", async () => {
    const { email } = await anAdminWithPassword();
    const answer = await call("/admin/auth/token", { body: { email, password: PASSWORD } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ access_token: expect.any(String) });
    expect(await db().adminSession.count({ where: { kind: "v1_token" } })).toBeGreaterThan(0);
  });
});
