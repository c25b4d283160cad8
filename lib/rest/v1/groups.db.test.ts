import { beforeAll, describe, expect, it } from "vitest";
import { allChanges } from "../../testing/actors";
import { call, client, someEmail } from "../../testing/rest-client";

let api: Awaited<ReturnType<typeof client>>;
beforeAll(async () => {
  api = await client();
});
let serial = 0;
const GROUPS = "/admin/customer-groups";
const aName = () => `Group ${++serial} of v1`;
const aGroup = async (fields: Record<string, unknown> = {}) =>
  (await api.post(GROUPS, { name: aName(), ...fields })).body.customer_group;
const told = async (path: string, body?: unknown) => {
  const answer = body === undefined ? await api.get(path) : await api.post(path, body);
  return [answer.status, answer.body.message];
};

describe("a group's name", () => {
  it("may be empty, and is refused when it is no text", async () => {
    expect((await api.post(GROUPS, { name: "" })).status).toBe(200);
    for (const name of [undefined, null, 7])
      expect(await told(GROUPS, { name })).toEqual([400, "name must be a string"]);
    expect(await told(GROUPS, { name: "A", handle: "a" })).toEqual([
      400,
      "property handle should not exist",
    ]);
  });

  it("is compared letter for letter, and on renaming told in other words", async () => {
    const { name } = await aGroup();
    const other = await aGroup({ name: name.toUpperCase() });
    expect(await told(`${GROUPS}/${other.id}`, { name })).toEqual([
      422,
      `Customer_group with name ${name} already exists.`,
    ]);
    expect(await told(`${GROUPS}/${other.id}`, { name: null })).toEqual([
      400,
      "Can't insert null value in field name on insert in table customer_group",
    ]);
    expect(await told(`${GROUPS}/nothing`, { name: null })).toEqual([
      404,
      "CustomerGroup with id nothing was not found",
    ]);
  });
});

describe("a group's metadata", () => {
  it("merges one level: an empty text deletes a key, null for all is nothing to do", async () => {
    const { id } = await aGroup({ metadata: { a: 1, b: "007", c: { d: [1] } } });
    await api.post(`${GROUPS}/${id}`, { metadata: null });
    const { body } = await api.post(`${GROUPS}/${id}`, { metadata: { a: "", e: null } });
    expect(body.customer_group.metadata).toEqual({ b: "007", c: { d: [1] }, e: null });
  });
});

describe("the list", () => {
  it("filters by name (a list only), by id in any form, and by dates", async () => {
    const [a, b] = [await aGroup(), await aGroup()];
    const idsFor = async (query: string) =>
      (await api.get(`${GROUPS}?${query}`)).body.customer_groups
        .map((group: { id: string }) => group.id)
        .sort();
    expect(await idsFor(`name[]=${encodeURIComponent(a.name)}`)).toEqual([a.id]);
    expect(await told(`${GROUPS}?name=${encodeURIComponent(a.name)}`)).toEqual([
      400,
      "name must be an array",
    ]);
    expect(await idsFor(`id=${a.id}`)).toEqual([a.id]);
    expect(await idsFor(`id[]=${a.id},${b.id}`)).toEqual([a.id, b.id].sort());
    expect(await idsFor(`id[0]=${a.id}&created_at[lt]=2000-01-01`)).toEqual([]);
    expect(await idsFor(`id[0]=${a.id}&updated_at[gt]=2000-01-01`)).toEqual([a.id]);
    expect(await told(`${GROUPS}?created_at[gt]=soon`)).toEqual([
      400,
      "gt must be a Date instance",
    ]);
  });

  it("shows the newest first, or in the order asked for; an unknown order is refused", async () => {
    const [a, b] = [await aGroup(), await aGroup()];
    const { body } = await api.get(`${GROUPS}?limit=2`);
    expect(body.customer_groups.map((group: { id: string }) => group.id)).toEqual([b.id, a.id]);
    expect((await told(`${GROUPS}?order=password_hash`))[0]).toBe(400);
    expect((await api.get(`${GROUPS}?order=-name&limit=1`)).status).toBe(200);
  });

  it("answers the fields that are asked for, with the id and the day of creation; refuses unknown ones", async () => {
    const { id, name } = await aGroup();
    const { body } = await api.get(`${GROUPS}?fields=name&id=${id}`);
    expect(body.customer_groups).toEqual([{ id, name, created_at: expect.any(String) }]);
    const one = await api.get(`${GROUPS}/${id}?fields=name`);
    expect(one.body.customer_group).toEqual({ id, name });
    for (const query of ["fields=members", "fields=__proto__", "expand=orders"])
      expect((await told(`${GROUPS}/${id}?${query}`))[0]).toBe(400);
  });
});

describe("members by batch", () => {
  it("takes repeats and nobody; refuses what is no list of objects with ids", async () => {
    const { id } = await aGroup();
    const path = `${GROUPS}/${id}/customers/batch`;
    const { customer } = (
      await api.post("/admin/customers", {
        email: someEmail(),
        first_name: "",
        last_name: "",
        password: "",
      })
    ).body;
    const twice = [{ id: customer.id }, { id: customer.id }];
    expect((await api.post(path, { customer_ids: twice })).status).toBe(200);
    expect((await api.post(path, { customer_ids: [] })).status).toBe(200);
    expect((await api.get(`${GROUPS}/${id}/customers`)).body.count).toBe(1);
    const nested = "each value in nested property customer_ids must be either object or array";
    expect(await told(path, { customer_ids: ["x"] })).toEqual([400, nested]);
    expect((await told(path, {}))[0]).toBe(400);
    expect((await told(path, { customer_ids: [{ id: 1 }] }))[1]).toBe("id must be a string");
    expect(await told(path, { customer_ids: [{ id: "\u0000" }] })).toEqual([
      404,
      'The following customer ids do not exist: "\u0000"',
    ]);
  });

  it("is one change of the token, however often the request is sent", async () => {
    const { id } = await aGroup();
    const { customer } = (
      await api.post("/admin/customers", {
        email: someEmail(),
        first_name: "",
        last_name: "",
        password: "",
      })
    ).body;
    const body = { customer_ids: [{ id: customer.id }] };
    const key = { "idempotency-key": crypto.randomUUID() };
    await api.post(`${GROUPS}/${id}/customers/batch`, body, key);
    const again = await api.post(`${GROUPS}/${id}/customers/batch`, body, key);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const sets = (await allChanges()).filter((set) => set.label.includes("added 1"));
    expect(sets[0]).toMatchObject({ actorKind: "api_key", actorName: "Test write", door: "api" });
    expect(sets.filter((set) => set.changeRows[0]?.customerId === customer.id)).toHaveLength(1);
  });
});

describe("writes", () => {
  it("need a write token; If-Match refuses a group that changed", async () => {
    const reader = await client("read");
    const { id } = await aGroup();
    for (const [path, method] of [
      [GROUPS, "POST"],
      [`${GROUPS}/${id}`, "POST"],
      [`${GROUPS}/${id}`, "DELETE"],
      [`${GROUPS}/${id}/customers/batch`, "POST"],
      [`${GROUPS}/${id}/customers/batch`, "DELETE"],
    ] as const) {
      expect((await reader.send(path, { method, body: {} })).status).toBe(403);
      expect((await call(path, { method, body: {} })).status).toBe(401);
    }
    const etag = (await api.get(`${GROUPS}/${id}`)).headers.get("etag") ?? "";
    expect(
      (await api.post(`${GROUPS}/${id}`, { name: aName() }, { "if-match": etag })).status,
    ).toBe(200);
    expect(
      (await api.post(`${GROUPS}/${id}`, { name: aName() }, { "if-match": etag })).status,
    ).toBe(412);
  });
});
