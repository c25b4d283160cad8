import { beforeAll, describe, expect, it } from "vitest";
import { someEmail } from "../../testing/rest-client";
import { v2Client } from "../../testing/v2-client";

let api: Awaited<ReturnType<typeof v2Client>>;
beforeAll(async () => {
  api = await v2Client();
});
const PATH = "/admin/customer-groups";
const created = async (body: object = { name: someEmail() }) =>
  (await api.post(PATH, body)).body.customer_group;
const aCustomer = async () => (await api.post("/admin/customers", {})).body.customer.id;

describe("customer groups", () => {
  it("have exactly 7 keys", async () => {
    const group = await created();
    expect(group).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      created_by: expect.stringMatching(/^apk_/),
      created_at: expect.any(String),
      updated_at: expect.any(String),
      deleted_at: null,
      metadata: null,
    });
    expect((await api.get(`${PATH}/${group.id}`)).body).toEqual({ customer_group: group });
  });

  it("need a name, which may be empty", async () => {
    expect((await api.post(PATH, { name: "" })).body.customer_group.name).toBe("");
    const { status, body } = await api.post(PATH, { metadata: 1, foo: 1 });
    expect([status, body.message]).toEqual([
      400,
      "Invalid request: Field 'name' is required; Expected type: 'object' for field 'metadata', got: '1'; Unrecognized fields: 'foo'",
    ]);
  });

  it("are renamed; a taken name, null and a missing group are refused", async () => {
    const [one, other] = [await created(), await created()];
    const path = `${PATH}/${one.id}`;
    const taken = await api.post(path, { name: other.name });
    expect([taken.status, taken.body.message]).toEqual([
      400,
      `Customer group with name: ${other.name}, already exists.`,
    ]);
    expect((await api.post(path, { name: null })).body.message).toBe(
      "Invalid request: Expected type: 'string' for field 'name', got: 'null'",
    );
    const missing = await api.post(`${PATH}/cgrp_none`, {});
    expect([missing.status, missing.body.message]).toEqual([
      404,
      'Customer group with id "cgrp_none" not found',
    ]);
    const name = someEmail();
    expect((await api.post(`${path}?fields=name`, { name })).body).toEqual({
      customer_group: { id: one.id, name },
    });
  });

  it("have metadata that merges and that null clears (500 in the reference)", async () => {
    const { id } = await created({ name: someEmail(), metadata: { a: 1, b: 2 } });
    const metadataAfter = async (metadata: unknown) =>
      (await api.post(`${PATH}/${id}`, { metadata })).body.customer_group.metadata;
    expect(await metadataAfter({ a: "", c: null })).toEqual({ b: 2, c: null });
    expect(await metadataAfter(null)).toBeNull();
  });

  it("carry their version: 412 for another", async () => {
    const { id } = await created();
    const tag = (await api.get(`${PATH}/${id}`)).headers.get("etag") ?? "";
    const headers = { "if-match": tag };
    expect((await api.post(`${PATH}/${id}`, { name: someEmail() }, headers)).status).toBe(200);
    expect((await api.post(`${PATH}/${id}`, { name: someEmail() }, headers)).status).toBe(412);
  });

  it("are made once for one Idempotency-Key", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const body = { name: someEmail() };
    const [first, second] = [
      await api.post(PATH, body, headers),
      await api.post(PATH, body, headers),
    ];
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it("are deleted any number of times; members only lose the membership", async () => {
    const [{ id }, customer] = [await created(), await aCustomer()];
    await api.post(`${PATH}/${id}/customers`, { add: [customer] });
    for (let i = 0; i < 2; i++)
      expect((await api.delete(`${PATH}/${id}`)).body).toEqual({
        id,
        object: "customer_group",
        deleted: true,
      });
    expect((await api.get(`/admin/customers/${customer}?fields=id,*groups`)).body.customer).toEqual(
      { id: customer, groups: [] },
    );
  });
});

describe("POST /admin/customer-groups/:id/customers", () => {
  it("is all or nothing and names who does not exist, a deleted one too", async () => {
    const [{ id }, one, gone] = [await created(), await aCustomer(), await aCustomer()];
    await api.delete(`/admin/customers/${gone}`);
    for (const nobody of ["cus_nobody", gone]) {
      const answer = await api.post(`${PATH}/${id}/customers`, { add: [one, nobody] });
      expect([answer.status, answer.body.message]).toEqual([
        404,
        `You tried to set relationship customer_id: ${nobody}, but such entity does not exist`,
      ]);
    }
    expect(
      (await api.get(`${PATH}/${id}?fields=*customers`)).body.customer_group.customers,
    ).toEqual([]);
  });

  it("also when only removing: a missing group is 404 (200 {} in the reference)", async () => {
    const answer = await api.post(`${PATH}/cgrp_none/customers`, { remove: [await aCustomer()] });
    expect([answer.status, answer.body.message]).toEqual([
      404,
      "You tried to set relationship customer_group_id: cgrp_none, but such entity does not exist",
    ]);
  });

  it("adds and removes at once, repeats and non-members included, and answers without members", async () => {
    const [{ id }, one, two] = [await created(), await aCustomer(), await aCustomer()];
    await api.post(`${PATH}/${id}/customers`, { add: [one, one] });
    const answer = await api.post(`${PATH}/${id}/customers`, {
      add: [two, two],
      remove: [one, "cus_nobody"],
    });
    expect([answer.status, Object.keys(answer.body.customer_group)]).toEqual([
      200,
      expect.not.arrayContaining(["customers"]),
    ]);
    const { body } = await api.get(`${PATH}/${id}?fields=name,customers.id`);
    expect(body.customer_group.customers).toEqual([{ id: two }]);
    for (const bad of [{ add: "x" }, { add: [1] }, { customer_ids: [] }, []])
      expect((await api.post(`${PATH}/${id}/customers`, bad)).status).toBe(400);
  });
});
