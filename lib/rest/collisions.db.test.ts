import { beforeAll, describe, expect, it } from "vitest";
import { call, client, someEmail } from "../testing/rest-client";

type Headers = Record<string, string>;

/** One API token, shown as each generation shows it. */
let v1: Headers;
let v2: Headers;
beforeAll(async () => {
  const { token } = await client();
  v1 = { "x-medusa-access-token": token };
  v2 = { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` };
});

const get = (path: string, headers: Headers) => call(path, { headers });
const post = (path: string, body: unknown, headers: Headers) => call(path, { body, headers });
const remove = (path: string, headers: Headers) => call(path, { method: "DELETE", headers });
const fields = (more = {}) => ({
  email: someEmail(),
  first_name: "Jane",
  last_name: "Doe",
  password: "",
  ...more,
});
const aCustomer = async (more = {}) =>
  (await post("/admin/customers", fields(more), v1)).body.customer;
const aGroup = async (name = `Group ${crypto.randomUUID()}`) =>
  (await post("/admin/customer-groups", { name, metadata: { a: 1 } }, v1)).body.customer_group;
const keysOf = (record: object) => Object.keys(record).sort().join(" ");
const CUSTOMER_V1 =
  "billing_address_id created_at deleted_at email first_name has_account id last_name metadata phone updated_at";
const CUSTOMER_V2 =
  "company_name created_at created_by deleted_at email first_name has_account id last_name metadata phone updated_at";
const GROUP_V1 = "created_at deleted_at id metadata name updated_at";
const GROUP_V2 = "created_at created_by deleted_at id metadata name updated_at";

describe("GET /admin/customers", () => {
  it("has 11 keys in v1 and 12 in v2", async () => {
    const { email } = await aCustomer();
    const path = `/admin/customers?q=${email}`;
    expect(keysOf((await get(path, v1)).body.customers[0])).toBe(CUSTOMER_V1);
    expect(keysOf((await get(path, v2)).body.customers[0])).toBe(CUSTOMER_V2);
  });

  it("limit=0 is all in v1 and none in v2", async () => {
    await aCustomer();
    const [all, none] = [
      await get("/admin/customers?limit=0", v1),
      await get("/admin/customers?limit=0", v2),
    ];
    expect(all.body.customers.length).toBe(all.body.count);
    expect([none.body.customers, none.body.count > 0]).toEqual([[], true]);
  });

  it("v1 takes expand and gt and adds groups to filtered rows; v2 takes fields and $gt", async () => {
    const group = await aGroup();
    const { id } = await aCustomer();
    await post(`/admin/customers/${id}`, { groups: [{ id: group.id }] }, v1);
    const groups = `/admin/customers?groups[]=${group.id}`;
    expect((await get(groups, v1)).body.customers[0].groups).toHaveLength(1);
    expect((await get(groups, v2)).body.customers[0]).not.toHaveProperty("groups");
    for (const [query, inV1, inV2] of [
      ["expand=groups", 200, 400],
      ["created_at[gt]=2020-01-01", 200, 400],
      ["created_at[$gt]=2020-01-01", 400, 200],
      ["company_name=Acme", 400, 200],
    ] as const) {
      expect((await get(`/admin/customers?${query}`, v1)).status, query).toBe(inV1);
      expect((await get(`/admin/customers?${query}`, v2)).status, query).toBe(inV2);
    }
    const one = await get(`/admin/customers?fields=email&${groups.split("?")[1]}`, v2);
    expect(keysOf(one.body.customers[0])).toBe("email id");
  });
});

describe("POST /admin/customers", () => {
  it("is 201 in v1, which asks for four fields, and 200 in v2, which asks for none", async () => {
    expect((await post("/admin/customers", fields(), v1)).status).toBe(201);
    expect((await post("/admin/customers", {}, v1)).status).toBe(400);
    const nameless = await post("/admin/customers", {}, v2);
    expect([nameless.status, nameless.body.customer.email]).toEqual([200, null]);
  });

  it("takes a password in v1 only", async () => {
    const made = await post("/admin/customers", fields({ password: "a password" }), v1);
    expect(made.body.customer.has_account).toBe(true);
    const refused = await post("/admin/customers", fields(), v2);
    expect([refused.status, refused.body.message]).toEqual([
      400,
      "Invalid request: Unrecognized fields: 'password'",
    ]);
  });

  it("answers a duplicate with 422 in v1 and with 400 in v2", async () => {
    const { email } = await aCustomer();
    const old = await post("/admin/customers", fields({ email }), v1);
    expect([old.status, old.body.type]).toEqual([422, "duplicate_error"]);
    const young = await post("/admin/customers", { email }, v2);
    expect([young.status, young.body]).toEqual([
      400,
      {
        type: "invalid_data",
        message: `Customer with email: ${email}, has_account: false, already exists.`,
      },
    ]);
  });
});

describe("GET /admin/customers/:id", () => {
  it("has orders and shipping_addresses in v1, no relations in v2", async () => {
    const { id } = await aCustomer();
    const path = `/admin/customers/${id}`;
    expect((await get(path, v1)).body.customer).toMatchObject({
      orders: [],
      shipping_addresses: [],
    });
    expect(keysOf((await get(path, v2)).body.customer)).toBe(CUSTOMER_V2);
  });

  it("was not found in v1 and is not found in v2", async () => {
    const [old, young] = [await get("/admin/customers/x", v1), await get("/admin/customers/x", v2)];
    expect([old.status, old.body.message]).toEqual([404, "Customer with id: x was not found"]);
    expect([young.status, young.body.message]).toEqual([404, "Customer with id: x not found"]);
  });
});

describe("POST /admin/customers/:id", () => {
  it("takes password and groups in v1, company_name in v2", async () => {
    const { id } = await aCustomer();
    const path = `/admin/customers/${id}`;
    expect((await post(path, { groups: [] }, v1)).status).toBe(200);
    expect((await post(path, { groups: [] }, v2)).status).toBe(400);
    expect((await post(path, { company_name: "Acme" }, v1)).status).toBe(400);
    expect((await post(path, { company_name: "Acme" }, v2)).body.customer.company_name).toBe(
      "Acme",
    );
  });

  it("keeps a registered e-mail in v1 and moves it in v2", async () => {
    const { id } = await aCustomer({ password: "a password" });
    const email = someEmail();
    expect((await post(`/admin/customers/${id}`, { email }, v1)).status).toBe(400);
    const moved = await post(`/admin/customers/${id}`, { email }, v2);
    expect([moved.status, moved.body.customer.email]).toEqual([200, email]);
  });

  it("metadata: null is nothing to do in v1 and clears it in v2", async () => {
    const { id } = await aCustomer({ metadata: { a: 1 } });
    const set = async (headers: Headers) =>
      (await post(`/admin/customers/${id}`, { metadata: null }, headers)).body.customer.metadata;
    expect(await set(v1)).toEqual({ a: 1 });
    expect(await set(v2)).toBeNull();
  });

  it("names a missing one in quotes in v2", async () => {
    const [old, young] = [
      await post("/admin/customers/x", {}, v1),
      await post("/admin/customers/x", {}, v2),
    ];
    expect([old.status, old.body.message]).toEqual([404, "Customer with id: x was not found"]);
    expect([young.status, young.body.message]).toEqual([404, 'Customer with id "x" not found']);
  });
});

describe("GET /admin/customer-groups", () => {
  it("is 10 of 6 keys, the newest first, in v1 and 50 of 7 keys in the order of ids in v2", async () => {
    const first = await aGroup();
    const last = await aGroup();
    const old = (await get("/admin/customer-groups", v1)).body;
    const young = (await get("/admin/customer-groups", v2)).body;
    expect([old.limit, young.limit]).toEqual([10, 50]);
    expect(old.customer_groups[0].id).toBe(last.id);
    const ids = young.customer_groups.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(last.id));
    expect(keysOf(old.customer_groups[0])).toBe(GROUP_V1);
    expect(keysOf(young.customer_groups[0])).toBe(GROUP_V2);
  });
});

describe("POST /admin/customer-groups[/:id]", () => {
  it("answers a taken name in each one's words", async () => {
    const [{ name }, other] = [await aGroup(), await aGroup()];
    const path = `/admin/customer-groups/${other.id}`;
    for (const [answer, status, message] of [
      [
        await post("/admin/customer-groups", { name }, v1),
        422,
        `Key (name)=(${name}) already exists.`,
      ],
      [await post(path, { name }, v1), 422, `Customer_group with name ${name} already exists.`],
      [
        await post("/admin/customer-groups", { name }, v2),
        400,
        `Customer group with name: ${name}, already exists.`,
      ],
      [await post(path, { name }, v2), 400, `Customer group with name: ${name}, already exists.`],
    ] as const)
      expect([answer.status, answer.body.message]).toEqual([status, message]);
  });
});

describe("GET /admin/customer-groups/:id", () => {
  it("names a missing one in each one's words", async () => {
    const [old, young] = [
      await get("/admin/customer-groups/x", v1),
      await get("/admin/customer-groups/x", v2),
    ];
    expect([old.status, old.body.message]).toEqual([404, "CustomerGroup with id x was not found"]);
    expect([young.status, young.body.message]).toEqual([
      404,
      "Customer group with id: x not found",
    ]);
  });
});

describe("DELETE /admin/customer-groups/:id", () => {
  it("has the same body: no collision", async () => {
    for (const headers of [v1, v2]) {
      const { id } = await aGroup();
      for (let i = 0; i < 2; i++) {
        const answer = await remove(`/admin/customer-groups/${id}`, headers);
        expect([answer.status, answer.body]).toEqual([
          200,
          { id, object: "customer_group", deleted: true },
        ]);
      }
    }
  });
});

describe("401 anywhere under /admin", () => {
  it("is text in v1 and JSON in v2", async () => {
    const dead = `Basic ${Buffer.from(`sk_${"0".repeat(64)}:`).toString("base64")}`;
    for (const path of ["/admin/customers", "/admin/customer-groups/x", "/admin/nothing"]) {
      const [old, young] = [
        await get(path, { "x-medusa-access-token": "sk_junk" }),
        await get(path, { authorization: dead }),
      ];
      expect([old.status, old.text]).toEqual([401, "Unauthorized"]);
      expect([young.status, young.body]).toEqual([401, { message: "Unauthorized" }]);
    }
  });
});

describe("validation messages", () => {
  it("are class-validator's in v1 and begin with Invalid request in v2", async () => {
    const { id } = await aCustomer();
    const body = { first_name: 1, foo: 1 };
    expect((await post(`/admin/customers/${id}`, body, v1)).body.message).toBe(
      "property foo should not exist, first_name must be a string",
    );
    const { message } = (await post(`/admin/customers/${id}`, body, v2)).body;
    expect(message).toMatch(/^Invalid request: /);
    expect(message).toContain("Unrecognized fields: 'foo'");
    expect(message).toContain("Expected type: 'string' for field 'first_name', got: '1'");
  });
});
