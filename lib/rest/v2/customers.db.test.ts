import { beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../../customers/customers";
import { allChanges, anAdmin } from "../../testing/actors";
import { anAdminWithPassword, call, PASSWORD, someEmail } from "../../testing/rest-client";
import { v2Client } from "../../testing/v2-client";

let api: Awaited<ReturnType<typeof v2Client>>;
beforeAll(async () => {
  api = await v2Client();
});
const PATH = "/admin/customers";
const created = async (body: object = {}) => (await api.post(PATH, body)).body.customer;
const account = async (email = someEmail()) => {
  const { id } = await createCustomer(await anAdmin(), { email, password: PASSWORD });
  return { id, email };
};
const shopSignIn = (email: string) => call("/store/auth", { body: { email, password: PASSWORD } });

const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("POST /admin/customers", () => {
  it.each([undefined, {}])(
    "creates a nameless guest from %j, with exactly 12 keys",
    async (body) => {
      const answer = await api.post(PATH, body ?? "");
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          customer: {
            id: expect.stringMatching(/^cus_\w{26}$/),
            company_name: null,
            first_name: null,
            last_name: null,
            email: null,
            phone: null,
            metadata: null,
            has_account: false,
            created_by: expect.stringMatching(/^apk_/),
            created_at: iso,
            updated_at: iso,
            deleted_at: null,
          },
        },
      ]);
    },
  );

  it("is made by a user_… when an admin makes it, and the list can be asked for them", async () => {
    const { email } = await anAdminWithPassword();
    const { token } = (await call("/auth/user/emailpass", { body: { email, password: PASSWORD } }))
      .body;
    const headers = { authorization: `Bearer ${token}` };
    const { customer } = (await call(PATH, { body: {}, headers })).body;
    expect(customer.created_by).toMatch(/^user_/);
    const { body } = await api.get(`${PATH}?created_by=${customer.created_by}`);
    expect(body.customers).toEqual([customer]);
  });

  it("keeps the e-mail in lower case (DEVIATE), so that Hello@ and hello@ are one (#14745)", async () => {
    const email = someEmail();
    expect((await created({ email: email.toUpperCase() })).email).toBe(email);
    const twice = await api.post(PATH, { email: email.replace("c", "C") });
    expect([twice.status, twice.body]).toEqual([
      400,
      {
        type: "invalid_data",
        message: `Customer with email: ${email}, has_account: false, already exists.`,
      },
    ]);
  });

  it("of forty at once with one e-mail makes exactly one", async () => {
    const email = someEmail();
    const all = await Promise.all(Array.from({ length: 40 }, () => api.post(PATH, { email })));
    expect(all.map((answer) => answer.status).sort()).toEqual([200, ...Array(39).fill(400)]);
  });

  it("lets a guest share the e-mail of an account", async () => {
    const { email } = await account();
    expect((await api.post(PATH, { email })).status).toBe(200);
  });

  it("answers the fields asked for", async () => {
    const { body } = await api.post(`${PATH}?fields=first_name,*groups`, { first_name: "Jane" });
    expect(body.customer).toEqual({ id: expect.any(String), first_name: "Jane", groups: [] });
  });

  it.each<[object | string, string]>([
    [{ password: "x", has_account: true }, "Unrecognized fields: 'password, has_account'"],
    [{ first_name: 1 }, "Expected type: 'string' for field 'first_name', got: '1'"],
    [{ email: "x" }, "Invalid email address"],
    [{ email: "" }, "Invalid email address"],
    [{ metadata: [] }, "Expected type: 'object' for field 'metadata', got: 'array'"],
    [
      { email: 1, company_name: 2, first_name: 3, last_name: 4 },
      "Expected type: 'string' for field 'email', got: '1'; Expected type: 'string' for field 'company_name', got: '2'; Expected type: 'string' for field 'first_name', got: '3'",
    ],
  ])("refuses %j: %s", async (body, message) => {
    const answer = await api.post(PATH, body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { type: "invalid_data", message: `Invalid request: ${message}` },
    ]);
  });

  it("refuses a list, bad JSON, NUL, too long a text and reserved keys: 400 in JSON", async () => {
    for (const body of [
      [],
      "{",
      { first_name: "a\u0000b" },
      { first_name: "a".repeat(256) },
      { phone: "\ud800" },
      '{"__proto__":{"a":1}}',
      '{"metadata":{"__proto__":{"a":1}}}',
    ]) {
      const answer = await api.post(PATH, body);
      expect([answer.status, answer.body.type], JSON.stringify(body)).toEqual([
        400,
        "invalid_data",
      ]);
    }
  });

  it("refuses expand and unknown parameters", async () => {
    const answer = await api.post(`${PATH}?expand=groups&foo=1`, {});
    expect(answer.body.message).toBe("Invalid request: Unrecognized fields: 'expand, foo'");
  });

  it("is done once for one Idempotency-Key, and refused for another body", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const body = { email: someEmail() };
    const first = await api.post(PATH, body, headers);
    const second = await api.post(PATH, body, headers);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    const other = await api.post(PATH, { email: someEmail() }, headers);
    expect([other.status, other.body.code]).toEqual([422, "idempotency_key_reused"]);
  });

  it("stands in the timeline with the key's name", async () => {
    await api.post(PATH, { first_name: "Timeline" });
    const [set] = await allChanges();
    expect([set?.label, set?.actorName, set?.door]).toEqual([
      "Created Timeline",
      "Test write",
      "api",
    ]);
  });

  it("is 403 for a key that may only read, which reads; 401 in JSON for nobody", async () => {
    const reader = await v2Client("read");
    const { id } = await created();
    expect((await reader.get(`${PATH}/${id}`)).status).toBe(200);
    for (const answer of [
      await reader.post(PATH, {}),
      await reader.post(`${PATH}/${id}`, {}),
      await reader.delete(`${PATH}/${id}`),
      await reader.post(`${PATH}/${id}/addresses`, {}),
      await reader.post(`${PATH}/${id}/customer-groups`, {}),
      await reader.post("/admin/customer-groups", { name: "x" }),
    ])
      expect([answer.status, answer.body.type]).toEqual([403, "forbidden"]);
    const nobody = await call(`/v2${PATH}`);
    expect([nobody.status, nobody.body]).toEqual([401, { message: "Unauthorized" }]);
  });
});

describe("GET /admin/customers/:id", () => {
  it("has 12 keys and no relation; 404 in the words of the reference", async () => {
    const { id } = await created();
    const { body } = await api.get(`${PATH}/${id}`);
    expect(Object.keys(body.customer)).toHaveLength(12);
    const missing = await api.get(`${PATH}/cus_nobody`);
    expect([missing.status, missing.body]).toEqual([
      404,
      { type: "not_found", message: "Customer with id: cus_nobody not found" },
    ]);
  });

  it("never shows a password hash, whatever fields asks", async () => {
    const { id } = await account();
    for (const fields of ["password_hash", "+password_hash", "*", "*password_hash"])
      expect((await api.get(`${PATH}/${id}?fields=${fields}`)).text).not.toMatch(/hash|scrypt/);
  });

  it("shows an account that v1 made, and v1 shows a nameless one with a null e-mail", async () => {
    const { id } = await account();
    expect((await api.get(`${PATH}/${id}`)).body.customer.has_account).toBe(true);
    const nameless = await created();
    const v1 = await api.get(`/v1${PATH}/${nameless.id}`);
    expect(v1.body.customer.email).toBeNull();
  });
});

describe("POST /admin/customers/:id", () => {
  it('clears what is null, merges metadata one level, drops a key of "", keeps null', async () => {
    const { id } = await created({ phone: "1", metadata: { a: 1, b: { c: 1 }, d: 1 } });
    const { body } = await api.post(`${PATH}/${id}`, {
      phone: null,
      metadata: { a: null, b: { e: 2 }, d: "" },
    });
    expect(body.customer).toMatchObject({ phone: null, metadata: { a: null, b: { e: 2 } } });
    const cleared = await api.post(`${PATH}/${id}`, { metadata: null });
    expect(cleared.body.customer.metadata).toBeNull();
  });

  it("moves the sign-in with the e-mail of an account (DEVIATE: #12105, #14921)", async () => {
    const { id, email } = await account();
    const moved = someEmail();
    const answer = await api.post(`${PATH}/${id}`, { email: moved.toUpperCase() });
    expect([answer.status, answer.body.customer.email]).toEqual([200, moved]);
    expect((await shopSignIn(email)).status).toBe(401);
    expect((await shopSignIn(moved)).status).toBe(200);
    expect((await api.post(`${PATH}/${id}`, { email: null })).status).toBe(400);
  });

  it("says who has the e-mail already, in the words of create", async () => {
    const [one, other] = [await account(), await account()];
    const answer = await api.post(`${PATH}/${one.id}`, { email: other.email });
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `Customer with email: ${other.email}, has_account: true, already exists.`,
    ]);
  });

  it("looks at the body before it looks for the customer", async () => {
    const missing = await api.post(`${PATH}/cus_nobody`, {});
    expect([missing.status, missing.body.message]).toEqual([
      404,
      'Customer with id "cus_nobody" not found',
    ]);
    expect((await api.post(`${PATH}/cus_nobody`, { foo: 1 })).status).toBe(400);
    expect((await api.post(`${PATH}/cus_nobody?foo=1`, {})).status).toBe(400);
  });

  it("is refused with 412 when If-Match names another version", async () => {
    const { id } = await created();
    const tag = (await api.get(`${PATH}/${id}`)).headers.get("etag") ?? "";
    const first = await api.post(`${PATH}/${id}`, { phone: "1" }, { "if-match": tag });
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"v2"']);
    const late = await api.post(`${PATH}/${id}`, { phone: "2" }, { "if-match": tag });
    expect([late.status, late.body.code]).toEqual([412, "version_mismatch"]);
    const gone = await api.delete(`${PATH}/${id}`, { "if-match": tag });
    expect(gone.status).toBe(412);
  });
});

describe("DELETE /admin/customers/:id", () => {
  it("is 200 also when repeated or unknown, whatever credential asks", async () => {
    const { id } = await created();
    for (const [path, which] of [
      [id, id],
      [id, id],
      ["cus_nobody", "cus_nobody"],
    ]) {
      const answer = await api.delete(`${PATH}/${path}`);
      expect([answer.status, answer.body]).toEqual([
        200,
        { id: which, object: "customer", deleted: true },
      ]);
    }
  });

  it("ends the customer's own session and token (DEVIATE) and frees the e-mail", async () => {
    const { id, email } = await account();
    const cookie = (await shopSignIn(email)).headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect((await call("/store/auth", { headers: { cookie } })).status).toBe(200);
    await api.delete(`${PATH}/${id}`);
    expect((await call("/store/auth", { headers: { cookie } })).status).toBe(401);
    await expect(account(email)).resolves.toMatchObject({ email });
  });

  it("with one Idempotency-Key answers alike and deletes nothing twice", async () => {
    const { id } = await created();
    const headers = { "idempotency-key": crypto.randomUUID() };
    const first = await api.delete(`${PATH}/${id}`, headers);
    const second = await api.delete(`${PATH}/${id}`, headers);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });
});

describe("POST /admin/customers/:id/customer-groups", () => {
  const group = async () =>
    (await api.post("/admin/customer-groups", { name: someEmail() })).body.customer_group.id;

  it("takes repeats, non-members and nothing; shows the groups when asked", async () => {
    const [{ id }, one, two] = [await created(), await group(), await group()];
    const to = `${PATH}/${id}/customer-groups`;
    for (const body of [
      { add: [one, one] },
      { add: [one] },
      { remove: [two, "cgrp_nothing"] },
      {},
      { add: [] },
    ]) {
      const answer = await api.post(to, body);
      expect([answer.status, answer.body.customer.id], JSON.stringify(body)).toEqual([200, id]);
      expect(answer.body.customer).not.toHaveProperty("groups");
    }
    const { body } = await api.post(`${to}?fields=id,groups.id`, { add: [two], remove: [one] });
    expect(body.customer).toEqual({ id, groups: [{ id: two }] });
  });

  it("is all or nothing, and names what does not exist", async () => {
    const [{ id }, one] = [await created(), await group()];
    const answer = await api.post(`${PATH}/${id}/customer-groups`, { add: [one, "cgrp_x"] });
    expect([answer.status, answer.body.message]).toEqual([
      404,
      "You tried to set relationship customer_group_id: cgrp_x, but such entity does not exist",
    ]);
    expect((await api.get(`${PATH}/${id}?fields=*groups`)).body.customer.groups).toEqual([]);
    const nobody = await api.post(`${PATH}/cus_x/customer-groups`, { add: [one] });
    expect([nobody.status, nobody.body.message]).toEqual([
      404,
      "You tried to set relationship customer_id: cus_x, but such entity does not exist",
    ]);
  });

  it("refuses what is no list of texts", async () => {
    const { id } = await created();
    for (const body of [{ add: "x" }, { add: [1] }, { add: [{ id: "a" }] }, { foo: [] }, []])
      expect((await api.post(`${PATH}/${id}/customer-groups`, body)).status).toBe(400);
  });
});
