import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { officialFixture } from "../../testing/official-fixture";
import { client } from "../../testing/rest-client";

// What Medusa's own integration tests of the first generation assert of groups, on the same fixture.

let api: Awaited<ReturnType<typeof client>>;
beforeAll(async () => {
  api = await client();
});
beforeEach(officialFixture);

type Row = Record<string, unknown> & { id: string };
const ids = (rows: Row[]) => rows.map((row) => row.id).sort();
const GROUPS = "/admin/customer-groups";
const batch = (id: string, numbers: number[], method = "POST") =>
  api.send(`${GROUPS}/${id}/customers/batch`, {
    method,
    body: { customer_ids: numbers.map((n) => ({ id: `test-customer-${n}` })) },
  });
const groupsOf = async (n: number) => {
  const answer = await api.get(`/admin/customers/test-customer-${n}?expand=groups`);
  return ids(answer.body.customer.groups);
};

describe("C1: groups", () => {
  it("12. create answers 200 with the name", async () => {
    const answer = await api.post(GROUPS, { name: "test group" });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body.customer_group).sort()).toEqual([
      "created_at",
      "deleted_at",
      "id",
      "metadata",
      "name",
      "updated_at",
    ]);
    expect(answer.body.customer_group).toMatchObject({ name: "test group", metadata: null });
  });

  it("13. a duplicate answers 422 duplicate_error and names the key", async () => {
    const answer = await api.post(GROUPS, { name: "vip-customers" });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      type: "duplicate_error",
      message: "Key (name)=(vip-customers) already exists.",
    });
  });

  it("14. delete answers exactly three keys, and the group is not found after that", async () => {
    const answer = await api.send(`${GROUPS}/customer-group-1`, { method: "DELETE", body: {} });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: "customer-group-1",
      object: "customer_group",
      deleted: true,
    });
    const gone = await api.get(`${GROUPS}/customer-group-1`);
    expect(gone.status).toBe(404);
    expect(gone.body).toEqual({
      type: "not_found",
      message: "CustomerGroup with id customer-group-1 was not found",
    });
    const again = await api.send(`${GROUPS}/customer-group-1`, { method: "DELETE", body: {} });
    expect(again.body).toEqual(answer.body);
  });

  it("15. deleting a group takes it from the customer's expanded groups", async () => {
    const of = async () =>
      (await api.get("/admin/customers/test-customer-delete-cg?expand=groups")).body.customer;
    expect(ids((await of()).groups)).toEqual(["test-group-delete"]);
    await api.send(`${GROUPS}/test-group-delete`, { method: "DELETE" });
    expect((await of()).groups).toEqual([]);
  });

  it("16. GET test-group-5/customers: count 3 with 5, 6 and 7, each with this group alone", async () => {
    const { body } = await api.get(`${GROUPS}/test-group-5/customers`);
    expect(body).toMatchObject({ count: 3, offset: 0, limit: 50 });
    expect(ids(body.customers)).toEqual(["test-customer-5", "test-customer-6", "test-customer-7"]);
    for (const customer of body.customers) expect(ids(customer.groups)).toEqual(["test-group-5"]);
    const other = await api.get(`${GROUPS}/test-group-5/customers?groups[]=test-group-6&q=test7`);
    expect(ids(other.body.customers)).toEqual(["test-customer-7"]);
    const unknown = await api.get(`${GROUPS}/nothing/customers`);
    expect([unknown.status, unknown.body]).toEqual([
      200,
      { customers: [], count: 0, offset: 0, limit: 50 },
    ]);
  });

  it("17. batch add of 1 and 2 answers the group, and the list shows exactly it on both", async () => {
    const answer = await batch("customer-group-1", [1, 2]);
    expect(answer.status).toBe(200);
    expect(answer.body.customer_group).toMatchObject({ name: "vip-customers" });
    expect(await groupsOf(1)).toEqual(["customer-group-1"]);
    expect(await groupsOf(2)).toEqual(["customer-group-1"]);
  });

  it("18. batch add to a missing group is not_found with the id in the text", async () => {
    const answer = await batch("non-existing-customer-group-1", [1]);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      type: "not_found",
      message: "CustomerGroup with id non-existing-customer-group-1 was not found",
    });
  });

  it("19. batch add with missing ids names them, adds nobody and doubles nobody", async () => {
    await batch("customer-group-1", [1]);
    const answer = await batch("customer-group-1", [1, 27, 28, 2]);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      type: "not_found",
      message: 'The following customer ids do not exist: "test-customer-27, test-customer-28"',
    });
    const { body } = await api.get(`${GROUPS}/customer-group-1/customers`);
    expect(ids(body.customers)).toEqual(["test-customer-1"]);
  });

  it("20. update of name and metadata merges, and answers no customers", async () => {
    const answer = await api.post(`${GROUPS}/customer-group-2`, {
      name: "vip-customers-v2",
      metadata: { metaKey1: "metaValue1" },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.customer_group).toMatchObject({
      name: "vip-customers-v2",
      metadata: { data1: "value1", metaKey1: "metaValue1" },
    });
    expect(answer.body.customer_group).not.toHaveProperty("customers");
  });

  it("21. update of metadata keeps null as null; expand=customers gives []", async () => {
    const answer = await api.post(`${GROUPS}/customer-group-2?expand=customers`, {
      metadata: { data1: null, data2: "val2" },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.customer_group).toMatchObject({
      metadata: { data1: null, data2: "val2" },
      customers: [],
    });
  });

  it("22. list with limit, offset, expand and order: count 7, five rows from the third on", async () => {
    const { body } = await api.get(`${GROUPS}?limit=5&offset=2&expand=customers&order=created_at`);
    expect(body).toMatchObject({ count: 7, offset: 2, limit: 5 });
    expect(body.customer_groups).toHaveLength(5);
    expect(body.customer_groups[0].id).toBe("customer-group-3");
    for (const group of body.customer_groups) expect(group.customers).toBeInstanceOf(Array);
    const five = body.customer_groups.find((group: Row) => group.id === "test-group-5");
    expect(ids(five.customers)).toEqual(["test-customer-5", "test-customer-6", "test-customer-7"]);
  });

  it("23. q=vip-customers finds one, without customers", async () => {
    const { body } = await api.get(`${GROUPS}?q=vip-customers`);
    expect(body.count).toBe(1);
    expect(body.customer_groups[0]).toMatchObject({ id: "customer-group-1" });
    expect(body.customer_groups[0]).not.toHaveProperty("customers");
  });

  it("24. discount_condition_id is taken and finds nothing here; the plain list shows all seven", async () => {
    const { body } = await api.get(`${GROUPS}?discount_condition_id=test-condition`);
    expect(body).toMatchObject({ count: 0, customer_groups: [] });
    const all = (await api.get(GROUPS)).body;
    expect(all).toMatchObject({ count: 7, limit: 10 });
    expect(all.customer_groups).toHaveLength(7);
  });

  it("25. GET without and with expand=customers: no key, then []", async () => {
    const plain = (await api.get(`${GROUPS}/customer-group-1`)).body.customer_group;
    expect(plain).not.toHaveProperty("customers");
    const whole = (await api.get(`${GROUPS}/customer-group-1?expand=customers`)).body;
    expect(whole.customer_group.customers).toEqual([]);
  });

  it("26. a missing group is 404 not_found in the reference's words", async () => {
    const answer = await api.get(`${GROUPS}/does-not-exist`);
    expect([answer.status, answer.body]).toEqual([
      404,
      { type: "not_found", message: "CustomerGroup with id does-not-exist was not found" },
    ]);
  });

  it("27. batch remove with a JSON body on DELETE answers the group alone", async () => {
    const answer = await batch("test-group-5", [5, 6], "DELETE");
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["customer_group"]);
    expect(await groupsOf(5)).toEqual([]);
    expect(await groupsOf(6)).toEqual([]);
  });

  it("28. removing 7 from group 5 leaves it in group 6", async () => {
    await batch("test-group-5", [7], "DELETE");
    expect(await groupsOf(7)).toEqual(["test-group-6"]);
  });

  it("29. removing 5 leaves 6 in", async () => {
    await batch("test-group-5", [5], "DELETE");
    expect(await groupsOf(5)).toEqual([]);
    expect(await groupsOf(6)).toEqual(["test-group-5"]);
  });

  it("30. removing twice answers 200 both times", async () => {
    for (const _ of [1, 2])
      expect((await batch("test-group-5", [5, 6], "DELETE")).status).toBe(200);
  });
});
