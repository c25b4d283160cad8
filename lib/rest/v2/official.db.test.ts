import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "../../auth/actors";
import { change } from "../../changes/change";
import { createCustomer } from "../../customers/customers";
import { db } from "../../db";
import { anAdmin } from "../../testing/actors";
import { call, PASSWORD } from "../../testing/rest-client";
import { v2Client } from "../../testing/v2-client";

// What Medusa's own integration tests of the second generation assert of customers and addresses (C2).
type Api = Awaited<ReturnType<typeof v2Client>>;
type Row = Record<string, unknown> & { id: string };
let api: Api;
beforeAll(async () => {
  api = await v2Client();
});
beforeEach(async () => {
  await change(systemActor(), { kind: "test", label: "test" }, async ({ tx }) => {
    await tx.$executeRaw`delete from customer`;
    await tx.$executeRaw`delete from customer_group`;
  });
});

async function created(body: Record<string, unknown>): Promise<Row> {
  const answer = await api.post("/admin/customers", body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.customer;
}
async function group(name: string): Promise<Row> {
  return (await api.post("/admin/customer-groups", { name })).body.customer_group;
}
const four = async () => {
  const made = [];
  for (const [first_name, last_name] of [
    ["Jane", "Doe"],
    ["John", "Doe"],
    ["Jan", "Berg"],
    ["Bea", "Wolf"],
  ])
    made.push(
      await created({
        first_name,
        last_name,
        email: `test${made.length + 1}@email.com`,
        phone: `+4930123450${made.length}`,
      }),
    );
  return made;
};
const list = async (query = "") => {
  const answer = await api.get(`/admin/customers${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as { count: number; customers: Row[] };
};
const ids = (rows: Row[]) => rows.map((row) => row.id);

describe("GET /admin/customers", () => {
  it("1. lists four created customers: count 4, in creation order", async () => {
    const made = await four();
    const { count, customers } = await list();
    expect([count, ids(customers)]).toEqual([4, ids(made)]);
  });

  it.each(["groups[]=", "groups=", "groups%5B0%5D=", "groups%5B%5D="])(
    "2. %sid: count 3, in creation order",
    async (parameter) => {
      const made = await four();
      const vip = await group("vip");
      const three = ids(made.slice(1));
      await api.post(`/admin/customer-groups/${vip.id}/customers`, { add: three.toReversed() });
      const { count, customers } = await list(`?${parameter}${vip.id}`);
      expect([count, ids(customers)]).toEqual([3, three]);
    },
  );

  it("3. q=est2@ finds one, q=do both Does, last_name=Doe counts 2", async () => {
    const [jane, john] = await four();
    expect(ids((await list("?q=est2@")).customers)).toEqual([john?.id]);
    expect(ids((await list("?q=do")).customers)).toEqual([jane?.id, john?.id]);
    expect((await list("?last_name=Doe")).count).toBe(2);
  });

  it("4. q=…&fields=*addresses has the address", async () => {
    const [jane] = await four();
    await api.post(`/admin/customers/${jane?.id}/addresses`, { first_name: "Lebron" });
    const { customers } = await list("?q=test1@email.com&fields=*addresses");
    expect(customers).toEqual([
      expect.objectContaining({
        id: jane?.id,
        addresses: [expect.objectContaining({ first_name: "Lebron", customer_id: jane?.id })],
      }),
    ]);
  });
});

describe("one customer", () => {
  it("5. create answers 200 and echoes; created_by is a string", async () => {
    const sent = {
      first_name: "newf",
      last_name: "newl",
      email: "new@email.com",
      metadata: { foo: "bar" },
    };
    expect(await created(sent)).toEqual(
      expect.objectContaining({ ...sent, created_by: expect.any(String) }),
    );
  });

  it("6. update takes e-mail and metadata; a partial one keeps the rest", async () => {
    const { id } = await created({ first_name: "test", email: "test3@email.com" });
    const sent = { first_name: "newf", email: "new@email.com", metadata: { foo: "bar" } };
    const full = await api.post(`/admin/customers/${id}`, sent);
    expect([full.status, full.body.customer]).toEqual([200, expect.objectContaining(sent)]);
    const part = await api.post(`/admin/customers/${id}`, { last_name: "only" });
    expect(part.body.customer).toEqual(expect.objectContaining({ ...sent, last_name: "only" }));
  });

  it("7. adding to the group does-not-exist is 404 with the sentence of the reference", async () => {
    const { id } = await created({ email: "a@example.com" });
    const answer = await api.post(`/admin/customers/${id}/customer-groups`, {
      add: ["does-not-exist"],
    });
    expect([answer.status, answer.body]).toEqual([
      404,
      {
        type: "not_found",
        message:
          "You tried to set relationship customer_group_id: does-not-exist, but such entity does not exist",
      },
    ]);
  });

  it("8. adds one group, then another; *groups shows both; removing both leaves []", async () => {
    const { id } = await created({ email: "a@example.com" });
    const [one, two] = [await group("one"), await group("two")];
    const to = `/admin/customers/${id}/customer-groups?fields=*groups`;
    const names = (answer: { body: { customer: { groups: Row[] } } }) =>
      answer.body.customer.groups.map((found) => found.name);
    expect(names(await api.post(to, { add: [one.id] }))).toEqual(["one"]);
    expect(names(await api.post(to, { add: [two.id] }))).toEqual(["one", "two"]);
    expect(names(await api.post(to, { remove: [one.id, two.id] }))).toEqual([]);
  });

  it("9. by id with *addresses,*groups: one address that is the default of billing, groups []", async () => {
    const { id } = await created({ email: "a@example.com" });
    await api.post(`/admin/customers/${id}/addresses`, {
      city: "Berlin",
      is_default_billing: true,
    });
    const answer = await api.get(`/admin/customers/${id}?fields=*addresses,*groups`);
    expect(answer.body.customer).toEqual(
      expect.objectContaining({
        id,
        groups: [],
        addresses: [expect.objectContaining({ city: "Berlin", is_default_billing: true })],
      }),
    );
  });

  it("10. DELETE of a registered one: 200 id/object/deleted, no sign-in any more, the row soft-deleted", async () => {
    const email = "registered@example.com";
    const { id } = await createCustomer(await anAdmin(), { email, password: PASSWORD });
    const signIn = () => call("/store/auth", { body: { email, password: PASSWORD } });
    expect((await signIn()).status).toBe(200);
    const answer = await api.delete(`/admin/customers/${id}`);
    expect([answer.status, answer.body]).toEqual([200, { id, object: "customer", deleted: true }]);
    expect((await signIn()).status).toBe(401);
    expect((await api.get(`/admin/customers/${id}`)).status).toBe(404);
    const row = await db().customer.findUnique({ where: { id }, select: { deletedAt: true } });
    expect(row?.deletedAt).toBeInstanceOf(Date);
  });
});

describe("addresses", () => {
  it("11. a new default unsets the old on create and update; update keeps the rest; delete takes it", async () => {
    const { id } = await created({ email: "a@example.com" });
    const path = `/admin/customers/${id}/addresses`;
    const all = async (answer: Promise<{ status: number; body: { customer: Row } }>) => {
      const { status, body } = await answer;
      expect(status).toBe(200);
      return body.customer.addresses as Row[];
    };
    const made = { is_default_shipping: true, is_default_billing: true };
    const [one] = await all(api.post(`${path}?fields=*addresses`, { city: "One", ...made }));
    const both = await all(
      api.post(`${path}?fields=*addresses`, { city: "Two", address_1: "Street", ...made }),
    );
    expect(both.map((a) => [a.city, a.is_default_shipping, a.is_default_billing])).toEqual([
      ["One", false, false],
      ["Two", true, true],
    ]);
    const after = await all(api.post(`${path}/${one?.id}?fields=*addresses`, made));
    expect(after.map((a) => [a.city, a.is_default_shipping, a.is_default_billing])).toEqual([
      ["One", true, true],
      ["Two", false, false],
    ]);
    const two = both[1]?.id ?? "";
    const kept = await all(api.post(`${path}/${two}?fields=*addresses`, { city: "New" }));
    expect(kept[1]).toMatchObject({ city: "New", address_1: "Street" });
    const gone = await api.delete(`${path}/${two}`);
    expect([gone.status, gone.body]).toEqual([
      200,
      {
        id: two,
        object: "customer_address",
        deleted: true,
        parent: expect.objectContaining({ id, email: "a@example.com" }),
      },
    ]);
    expect((await api.get(path)).body.addresses).toHaveLength(1);
  });

  it("12. the list counts 3, each with customer_id, only this customer's; q=12 matches two of three", async () => {
    const [{ id }, other] = [
      await created({ email: "a@example.com" }),
      await created({ email: "b@example.com" }),
    ];
    const path = `/admin/customers/${id}/addresses`;
    for (const address_1 of ["street 12", "street 123", "street 3"])
      await api.post(path, { address_1 });
    await api.post(`/admin/customers/${other.id}/addresses`, { address_1: "street 12" });
    const { body } = await api.get(path);
    expect([body.count, body.addresses.map((a: Row) => a.customer_id)]).toEqual([3, [id, id, id]]);
    const found = (await api.get(`${path}?q=12`)).body;
    expect([found.count, found.addresses.map((a: Row) => a.address_1)]).toEqual([
      2,
      ["street 12", "street 123"],
    ]);
  });
});

describe("groups", () => {
  const path = "/admin/customer-groups";

  it("13. create; a duplicate is 400; delete has the exact body, then not found, and the customer has none", async () => {
    const vip = await group("vip-customers");
    const twice = await api.post(path, { name: "vip-customers" });
    expect([twice.status, twice.body]).toEqual([
      400,
      {
        type: "invalid_data",
        message: "Customer group with name: vip-customers, already exists.",
      },
    ]);
    const { id } = await created({ email: "a@example.com" });
    await api.post(`${path}/${vip.id}/customers`, { add: [id] });
    const gone = await api.delete(`${path}/${vip.id}`);
    expect([gone.status, gone.body]).toEqual([
      200,
      { id: vip.id, object: "customer_group", deleted: true },
    ]);
    const missing = await api.get(`${path}/${vip.id}`);
    expect([missing.status, missing.body]).toEqual([
      404,
      { type: "not_found", message: `Customer group with id: ${vip.id} not found` },
    ]);
    const customer = await api.get(`/admin/customers/${id}?fields=*groups`);
    expect(customer.body.customer.groups).toEqual([]);
  });

  it("14. update merges metadata and keeps null; *customers gives []; q finds and has no customers", async () => {
    const { id } = await group("First group");
    await group("Second");
    await api.post(`${path}/${id}`, { metadata: { data1: "value1" } });
    const merged = await api.post(`${path}/${id}?fields=*customers`, {
      name: "First group of all",
      metadata: { data1: null, data2: "value2" },
    });
    expect(merged.body.customer_group).toMatchObject({
      name: "First group of all",
      metadata: { data1: null, data2: "value2" },
      customers: [],
    });
    const all = (await api.get(`${path}?fields=*customers`)).body.customer_groups;
    expect(all.map((one: Row) => one.customers)).toEqual([[], []]);
    const found = (await api.get(`${path}?q=fir`)).body;
    expect(found.customer_groups.map((one: Row) => one.id)).toEqual([id]);
    expect(found.customer_groups[0]).not.toHaveProperty("customers");
  });

  it("15. three are added and removed, with the counts of members; a missing group is 404", async () => {
    const [vip, made] = [await group("vip"), await four()];
    const to = `${path}/${vip.id}/customers?fields=*customers`;
    const three = ids(made.slice(0, 3));
    const added = await api.post(to, { add: three });
    expect([added.status, ids(added.body.customer_group.customers)]).toEqual([200, three]);
    const removed = await api.post(to, { remove: three });
    expect([removed.status, removed.body.customer_group.customers]).toEqual([200, []]);
    const missing = await api.post(`${path}/does-not-exist/customers`, { add: three });
    expect([missing.status, missing.body.message]).toEqual([
      404,
      "You tried to set relationship customer_group_id: does-not-exist, but such entity does not exist",
    ]);
  });
});
