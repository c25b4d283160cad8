import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../actor";
import { systemActor } from "../../auth/actors";
import { change } from "../../changes/change";
import { createCustomer, getCustomer } from "../../customers/customers";
import { db } from "../../db";
import { createGroup } from "../../groups/groups";
import { newId } from "../../ids";
import { allChanges, anAdmin } from "../../testing/actors";
import { client, someEmail } from "../../testing/rest-client";

import { V1_CUSTOMER_KEYS as KEYS } from "../../testing/wire-keys";

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let api: Awaited<ReturnType<typeof client>>;
let actor: Actor;
beforeAll(async () => {
  api = await client();
  actor = await anAdmin();
});

const fields = (more: Record<string, unknown> = {}) => ({
  email: someEmail(),
  first_name: "Jane",
  last_name: "Doe",
  password: "",
  ...more,
});
const created = async (more: Record<string, unknown> = {}) => {
  const answer = await api.post("/admin/customers", fields(more));
  expect(answer.status, answer.text).toBe(201);
  return answer.body.customer;
};
const update = (id: string, body: unknown, query = "", headers = {}) =>
  api.post(`/admin/customers/${id}${query}`, body, headers);
const list = (query: string) => api.get(`/admin/customers?${query}`);
const ids = (answer: { body: { customers: { id: string }[] } }) =>
  answer.body.customers.map((customer) => customer.id);
const refusal = ({ status, body }: { status: number; body: unknown }) => ({ status, body });
const invalid = (message: string) => ({ status: 400, body: { type: "invalid_data", message } });

describe("POST /admin/customers", () => {
  it("answers 201 with exactly the 11 keys, never a hash", async () => {
    const answer = await api.post(
      "/admin/customers",
      fields({ password: "a password", phone: "+491234", metadata: { a: 1 } }),
    );
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(["customer"]);
    const { customer } = answer.body;
    expect(Object.keys(customer).sort()).toEqual(KEYS);
    expect(customer).toMatchObject({
      first_name: "Jane",
      last_name: "Doe",
      phone: "+491234",
      metadata: { a: 1 },
      has_account: true,
      deleted_at: null,
      billing_address_id: null,
    });
    expect([customer.created_at, customer.updated_at].every((date) => ISO.test(date))).toBe(true);
    expect(customer.id).toMatch(/^cus_[0-9A-Z]{26}$/);
    expect(answer.text).not.toContain("argon2");
  });

  it("makes a guest of an empty password", async () => {
    expect(await created({ password: "" })).toMatchObject({ has_account: false });
  });

  it("stores the e-mail in lower case, without blanks at the ends", async () => {
    const email = someEmail();
    expect((await created({ email: ` ${email.toUpperCase()}\u00a0` })).email).toBe(email);
  });

  it.each([
    "a.b+news@example.com",
    "sean.o'brien@example.com",
    "x@a.ka1.example.com",
    "first.last@physik.uni-nord.example.org",
    "1234567890@example.com",
    "_under_@example.com",
    "a-b@ex-ample.org",
    "user%dept@example.com",
    "x@example.museum",
  ])("takes %s as it is and finds it by exactly that", async (email) => {
    const { id } = await created({ email });
    expect(ids(await list(`q=${encodeURIComponent(email)}`))).toEqual([id]);
  });

  it.each([
    " mia@example.com ",
    "mia@example.com\u00a0",
    "\u200bmia@example.com",
    "MIA@example.com\t",
  ])("knows %j as mia@example.com", async (email) => {
    const answer = await api.post("/admin/customers", fields({ email }));
    expect([201, 422]).toContain(answer.status);
    expect((await list("q=mia@example.com")).body).toMatchObject({
      count: 1,
      customers: [{ email: "mia@example.com" }],
    });
  });

  it.each([
    "user@example.com.",
    "a..b@example.com",
    ".a@example.com",
    "a.@example.com",
    "a@example",
    "a@@example.com",
    "a b@example.com",
    "a@exam ple.com",
    "a@-example.com",
    "@example.com",
    "a@",
    "mailto:a@example.com",
    "Ann <ann@example.com>",
    "a@example.com;b@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
    `a@${"b".repeat(400)}.com`,
  ])("refuses %s", async (email) => {
    expect(refusal(await api.post("/admin/customers", fields({ email })))).toEqual(
      invalid("email must be an email"),
    );
  });

  it("ignores the query string", async () => {
    expect((await api.post("/admin/customers?foo=1&expand=x", fields())).status).toBe(201);
  });

  it("lets a guest and an account share an address and refuses a second of either with 422", async () => {
    const email = someEmail();
    await created({ email });
    await created({ email, password: "secret word" });
    const duplicate = (message: string) => ({
      status: 422,
      body: { type: "duplicate_error", code: "invalid_request_error", message },
    });
    expect(refusal(await api.post("/admin/customers", fields({ email })))).toEqual(
      duplicate("Guest customer with email already exists"),
    );
    expect(refusal(await api.post("/admin/customers", fields({ email, password: "x" })))).toEqual(
      duplicate("A customer with the given email already has an account. Log in instead"),
    );
  });

  it("makes one of twenty created at once: one 201, nineteen 422", async () => {
    const email = someEmail();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        api.post("/admin/customers", fields({ email: i % 2 ? email.toUpperCase() : email })),
      ),
    );
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(422)]);
    expect((await list(`q=${email}`)).body.count).toBe(1);
  });

  it("names the field of a value that cannot be stored", async () => {
    const long = await api.post("/admin/customers", fields({ first_name: "x".repeat(256) }));
    expect(refusal(long)).toEqual(invalid("first_name: Use at most 255 characters (now 256)."));
    const nul = await api.post("/admin/customers", fields({ last_name: "a\u0000b" }));
    expect(refusal(nul)).toEqual(
      invalid("last_name: Remove the control characters; they cannot be stored."),
    );
    const reserved = await api.send("/admin/customers", {
      method: "POST",
      body: JSON.stringify(fields({ metadata: { MARK: 1 } })).replace("MARK", "__proto__"),
    });
    expect(reserved.body.message).toContain("metadata: The metadata key “__proto__” is reserved");
  });

  it("stands in the timeline with the token's name", async () => {
    const { id } = await created();
    const [set] = await allChanges();
    expect(set).toMatchObject({
      kind: "customer.create",
      actorKind: "api_key",
      actorName: "Test write",
      door: "api",
    });
    expect(set?.changeRows[0]?.customerId).toBe(id);
  });
});

describe("GET /admin/customers/:id", () => {
  it("answers the 11 keys, orders and shipping_addresses", async () => {
    const { id } = await created();
    const answer = await api.get(`/admin/customers/${id}`);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body.customer).sort()).toEqual(
      [...KEYS, "orders", "shipping_addresses"].sort(),
    );
    expect(answer.body.customer).toMatchObject({ orders: [], shipping_addresses: [] });
  });

  it("replaces the two by what expand names; an empty expand is the default", async () => {
    const { id } = await created();
    const keys = async (query: string) =>
      Object.keys((await api.get(`/admin/customers/${id}?${query}`)).body.customer)
        .filter((key) => !KEYS.includes(key))
        .sort();
    expect(await keys("expand=groups")).toEqual(["groups"]);
    expect(await keys("expand=billing_address,groups.price_lists")).toEqual([
      "billing_address",
      "groups",
    ]);
    expect(await keys("expand=")).toEqual(["orders", "shipping_addresses"]);
    expect(await keys("fields=id")).toEqual(["orders", "shipping_addresses"]);
  });

  it("refuses other parameters and unknown relations", async () => {
    const { id } = await created();
    expect(refusal(await api.get(`/admin/customers/${id}?foo=1&bar=2`))).toEqual(
      invalid("property foo should not exist, property bar should not exist"),
    );
    for (const expand of ["nobody", " groups", "groups.nobody", "toString", "groups,nobody"])
      expect((await api.get(`/admin/customers/${id}?expand=${expand}`)).status).toBe(400);
  });

  it("answers 404 with the id, also for a deleted customer", async () => {
    const answer = await api.get("/admin/customers/cus_nobody");
    expect(refusal(answer)).toEqual({
      status: 404,
      body: { type: "not_found", message: "Customer with id: cus_nobody was not found" },
    });
    const { id } = await created();
    await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) =>
      tx.customer.update({ where: { id }, data: { deletedAt: new Date() }, select: { id: true } }),
    );
    expect((await api.get(`/admin/customers/${id}`)).status).toBe(404);
    expect((await update(id, { first_name: "X" })).status).toBe(404);
  });

  it("answers 4xx for an id that no text can hold", async () => {
    for (const id of ["%00", "%ED%A0%80", "%", "a%2Fb", "x".repeat(5000), "..%2f..", "'--"])
      expect((await api.get(`/admin/customers/${id}`)).status, id).toBeOneOf([400, 404]);
  });
});

describe("POST /admin/customers/:id", () => {
  it("touches what is named and nothing else; null clears", async () => {
    const { id } = await created({ phone: "112", metadata: { a: 1 } });
    const answer = await update(id, { first_name: null, last_name: "Lee" });
    expect(answer.status).toBe(200);
    expect(answer.body.customer).toMatchObject({
      first_name: null,
      last_name: "Lee",
      phone: "112",
      metadata: { a: 1 },
      orders: [],
      shipping_addresses: [],
    });
  });

  it("takes null for password and metadata as nothing to do", async () => {
    const { id, updated_at } = await created({ password: "a password", metadata: { a: 1 } });
    const answer = await update(id, { password: null, metadata: null, password_: undefined });
    expect(answer.body.customer).toMatchObject({
      metadata: { a: 1 },
      has_account: true,
      updated_at,
    });
  });

  it('merges metadata one level: "" deletes a key, null stays', async () => {
    const { id } = await created({ metadata: { a: 1, b: { c: 1, d: 2 }, e: 3 } });
    const answer = await update(id, { metadata: { a: "", b: { c: 9 }, e: null, f: "" } });
    expect(answer.body.customer.metadata).toEqual({ b: { c: 9 }, e: null });
  });

  it("locks the e-mail of an account, even unchanged, and saves none of the rest", async () => {
    const { id, email } = await created({ password: "a password" });
    for (const to of [email, someEmail()])
      expect(refusal(await update(id, { email: to, first_name: "X" }))).toEqual(
        invalid("Email cannot be changed when the user has registered their account"),
      );
    expect(await getCustomer(actor, id)).toMatchObject({ firstName: "Jane", email });
  });

  it("changes a guest's e-mail, in lower case, and refuses a taken one with 422", async () => {
    const [guest, other] = [await created(), await created()];
    const free = someEmail();
    expect((await update(guest.id, { email: free.toUpperCase() })).body.customer.email).toBe(free);
    expect(refusal(await update(guest.id, { email: other.email, first_name: "X" }))).toEqual({
      status: 422,
      body: {
        type: "duplicate_error",
        code: "invalid_request_error",
        message: `Customer with email, has_account ${other.email}, f already exists.`,
      },
    });
    expect((await getCustomer(actor, guest.id)).firstName).toBe("Jane");
  });

  it("replaces the groups; [] clears; only groups moves no updated_at", async () => {
    const [a, b] = await Promise.all([1, 2].map(() => createGroup(actor, { name: someEmail() })));
    const { id, updated_at } = await created();
    const groups = async (wanted: (string | undefined)[]) => {
      const body = { groups: wanted.map((group) => ({ id: group })) };
      const { customer } = (await update(id, body, "?expand=groups")).body;
      expect(customer.updated_at).toBe(updated_at);
      return customer.groups.map((group: { id: string }) => group.id).sort();
    };
    expect(await groups([a?.id, b?.id])).toEqual([a?.id, b?.id].sort());
    expect(await groups([b?.id])).toEqual([b?.id]);
    expect(await groups([])).toEqual([]);
  });

  it("answers 404 for an unknown group and leaves the others", async () => {
    const group = await createGroup(actor, { name: someEmail() });
    const { id } = await created();
    await update(id, { groups: [{ id: group.id }] });
    for (const unknown of ["fake-group-0", "", "x".repeat(200)])
      expect(refusal(await update(id, { groups: [{ id: unknown }], first_name: "X" }))).toEqual({
        status: 404,
        body: {
          type: "not_found",
          message: `Customer_group with customer_group_id ${unknown} does not exist.`,
        },
      });
    expect(await getCustomer(actor, id)).toMatchObject({
      firstName: "Jane",
      groups: [{ id: group.id }],
    });
  });

  it("replaces the hash by password and leaves a guest a guest", async () => {
    const { id } = await created();
    expect((await update(id, { password: "a password" })).body.customer.has_account).toBe(false);
    const row = await db().customer.findUniqueOrThrow({
      where: { id },
      select: { passwordHash: true },
    });
    expect(row.passwordHash).toContain("$argon2id$");
  });

  it("judges body, then query, then existence, then the rule; a bad expand saves nothing", async () => {
    const account = await created({ password: "a password" });
    const both = await update("nobody", { email: 1 }, "?foo=1");
    expect(both.body.message).toBe("email must be an email");
    expect((await update("nobody", {}, "?foo=1")).body.message).toBe(
      "property foo should not exist",
    );
    expect((await update("nobody", { email: someEmail() })).status).toBe(404);
    expect((await update(account.id, { first_name: "X" }, "?expand=nobody")).status).toBe(400);
    expect((await getCustomer(actor, account.id)).firstName).toBe("Jane");
  });

  it("refuses a null e-mail", async () => {
    const { id } = await created();
    expect(refusal(await update(id, { email: null }))).toEqual(
      invalid("Can't insert null value in field email on insert in table customer"),
    );
  });
});

describe("ETag and If-Match", () => {
  it("lets a write through at the version that was read, and at no other", async () => {
    const { id } = await created();
    const read = await api.get(`/admin/customers/${id}`);
    expect(read.headers.get("etag")).toBe('"v1"');
    const first = await update(id, { first_name: "One" }, "", { "if-match": '"v1"' });
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"v2"']);
    const second = await update(id, { first_name: "Two" }, "", { "if-match": '"v1"' });
    expect(second.status).toBe(412);
    expect(second.body).toMatchObject({ type: "conflict" });
    expect((await getCustomer(actor, id)).firstName).toBe("One");
  });

  it("takes any of several tags, weak ones and *; one that is no tag of ours matches nothing", async () => {
    const { id } = await created();
    const status = async (tag: string) => (await update(id, {}, "", { "if-match": tag })).status;
    expect(await status('"v7", W/"v1"')).toBe(200);
    expect(await status("*")).toBe(200);
    for (const tag of ["v1", '"x"', "1", '""']) expect(await status(tag), tag).toBe(412);
  });

  it("lets one of ten through that start from the same version", async () => {
    const { id } = await created();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        update(id, { first_name: `N${i}` }, "", { "if-match": '"v1"' }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 412)).toHaveLength(9);
  });

  it("is last-write-wins without it", async () => {
    const { id } = await created();
    await update(id, { first_name: "One" });
    expect((await update(id, { first_name: "Two" })).status).toBe(200);
  });
});

describe("Idempotency-Key", () => {
  const key = () => ({ "idempotency-key": crypto.randomUUID() });

  it("answers forty parallel creates with one customer and one body", async () => {
    const [body, header] = [fields(), key()];
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => api.post("/admin/customers", body, header)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const replays = answers.filter((a) => a.headers.get("idempotency-replayed") === "true");
    expect(replays).toHaveLength(39);
    expect((await list(`q=${body.email}`)).body.count).toBe(1);
  });

  it("keeps the first answer, whatever happened since", async () => {
    const [body, header] = [fields(), key()];
    const first = await api.post("/admin/customers", body, header);
    await update(first.body.customer.id, { first_name: "Later" });
    expect((await api.post("/admin/customers", body, header)).text).toBe(first.text);
  });

  it("does an update once", async () => {
    const { id } = await created();
    const header = key();
    const first = await update(id, { first_name: "One" }, "", header);
    await update(id, { first_name: "Two" });
    const again = await update(id, { first_name: "One" }, "", header);
    expect(again.text).toBe(first.text);
    expect((await getCustomer(actor, id)).firstName).toBe("Two");
  });

  it("refuses the key with other values, on another path too, with 422", async () => {
    const header = key();
    const { id } = (await api.post("/admin/customers", fields(), header)).body.customer;
    expect((await api.post("/admin/customers", fields(), header)).status).toBe(422);
    expect((await update(id, { first_name: "X" }, "", header)).status).toBe(422);
  });

  it("keeps no refusal: the corrected request may use the key", async () => {
    const header = key();
    expect((await api.post("/admin/customers", fields({ email: "x" }), header)).status).toBe(400);
    expect((await api.post("/admin/customers", fields(), header)).status).toBe(201);
  });

  it("answers 409 while the first request is still at work, which the client tries again", async () => {
    const header = key();
    const apiKey = await db().apiKey.findFirstOrThrow({
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    let answer: Awaited<ReturnType<typeof api.post>> | undefined;
    await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`insert into request_key (actor_id, key, fingerprint)
          values (${apiKey.id}, ${header["idempotency-key"]}, 'another')`;
        answer = await api.post("/admin/customers", fields(), header);
      },
      { timeout: 15_000 },
    );
    expect(answer?.status).toBe(409);
    expect(answer?.body).toMatchObject({ type: "conflict", code: "invalid_state_error" });
  });

  it("belongs to its caller", async () => {
    const [header, other] = [key(), await client()];
    const mine = await api.post("/admin/customers", fields(), header);
    const theirs = await other.post("/admin/customers", fields(), header);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
  });

  it("keeps no password that a plain hash would give away, and refuses a key that is none", async () => {
    const header = key();
    await api.post("/admin/customers", fields({ password: "a password" }), header);
    const kept = await db().requestKey.findFirstOrThrow({
      where: { key: header["idempotency-key"] },
    });
    expect(JSON.stringify(kept)).not.toMatch(/a password|argon2/);
    for (const bad of ["", "x".repeat(256)])
      expect(
        (await api.post("/admin/customers", fields(), { "idempotency-key": bad })).status,
      ).toBe(400);
  });
});

describe("GET /admin/customers", () => {
  it("answers page, count, offset and limit, the newest first", async () => {
    const tag = `t${newId("x").slice(-8).toLowerCase()}`;
    const made = [];
    for (let i = 0; i < 3; i++) made.push((await created({ first_name: tag })).id);
    const answer = await list(`q=${tag}&limit=2`);
    expect(Object.keys(answer.body).sort()).toEqual(["count", "customers", "limit", "offset"]);
    expect(answer.body).toMatchObject({ count: 3, offset: 0, limit: 2 });
    expect(ids(answer)).toEqual([made[2], made[1]]);
    expect(ids(await list(`q=${tag}&limit=2&offset=2`))).toEqual([made[0]]);
    expect(ids(await list(`q=${tag}&order=created_at`))).toEqual(made);
    for (const customer of answer.body.customers)
      expect(Object.keys(customer).sort()).toEqual(KEYS);
  });

  it("has 50 and 0 as defaults and takes 0 and nothing as no limit", async () => {
    expect((await list("")).body).toMatchObject({ limit: 50, offset: 0 });
    for (const query of ["limit=0", "limit="]) {
      const answer = await list(query);
      expect(answer.body.limit).toBe(0);
      expect(answer.body.customers).toHaveLength(Math.min(answer.body.count, 1000));
    }
  });

  it("finds text as it stands: % and _ are ordinary letters", async () => {
    const { id } = await created({ first_name: 'a_b 100% o\'neil "x" \\ 😀' });
    await created({ first_name: "aXb 1000" });
    for (const q of ["a_b", "100%", "o'neil", '"x"', "\\", "😀"])
      expect(ids(await list(`q=${encodeURIComponent(q)}`)), q).toContain(id);
    expect(ids(await list("q=a_b"))).toEqual([id]);
  });

  it("finds words in any order and any field", async () => {
    const { id } = await created({
      first_name: "Zorka",
      last_name: "Quimby",
      phone: "+49 171 5550199",
    });
    for (const q of ["quimby zorka", "zorka 5550199", "QUIMBY"])
      expect(ids(await list(`q=${encodeURIComponent(q)}`)), q).toEqual([id]);
  });

  it("takes an empty q as no search, and refuses what cannot be searched", async () => {
    expect((await list("q=&limit=1")).body.count).toBe((await list("limit=1")).body.count);
    expect((await list("q=a%00b")).status).toBe(400);
    expect((await list("q=%ED%A0%80")).status).toBe(400);
  });

  it("filters by has_account; null matches nobody; any other text is no filter", async () => {
    await created({ password: "a password" });
    const all = (await list("limit=1")).body.count;
    const accounts = await list("has_account=true&limit=0");
    const guests = await list("has_account=false&limit=0");
    expect(accounts.body.customers.every((c: { has_account: boolean }) => c.has_account)).toBe(
      true,
    );
    expect(guests.body.customers.some((c: { has_account: boolean }) => c.has_account)).toBe(false);
    expect(accounts.body.count + guests.body.count).toBe(all);
    expect((await list("has_account=null")).body).toMatchObject({ customers: [], count: 0 });
    expect((await list("has_account=yes&limit=1")).body.count).toBe(all);
  });

  it("filters by groups in every spelling and then shows only the matched ones", async () => {
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(() => createGroup(actor, { name: someEmail(), metadata: { k: 1 } })),
    );
    const both = await createCustomer(actor, { email: someEmail(), groupIds: [a!.id, b!.id] });
    const only = await createCustomer(actor, { email: someEmail(), groupIds: [b!.id] });
    for (const query of [
      `groups[]=${a!.id}&groups[]=${b!.id}`,
      `groups[0]=${a!.id}&groups[1]=${b!.id}`,
      `groups=${a!.id}&groups=${b!.id}`,
      `groups[]=${a!.id},${b!.id}`,
      `groups%5B0%5D=${a!.id}&groups%5B1%5D=${b!.id}`,
    ])
      expect(ids(await list(query)).sort(), query).toEqual([both.id, only.id].sort());
    const filtered = await list(`groups=${a!.id}`);
    expect(filtered.body.count).toBe(1);
    expect(filtered.body.customers[0].groups).toEqual([
      {
        id: a!.id,
        name: a!.name,
        metadata: { k: 1 },
        created_at: a!.createdAt,
        updated_at: a!.updatedAt,
        deleted_at: null,
      },
    ]);
    expect((await list(`groups[]=${c!.id}`)).body).toMatchObject({ customers: [], count: 0 });
    const expanded = await list(`q=${both.email}&expand=groups`);
    expect(expanded.body.customers[0].groups).toHaveLength(2);
  });

  it("filters by created_at and updated_at; several operators combine with AND", async () => {
    const { id, email, created_at } = await created();
    const found = async (query: string) => ids(await list(`q=${email}&${query}`)).includes(id);
    const at = encodeURIComponent(created_at);
    expect(await found(`created_at[gte]=${at}&created_at[lte]=${at}`)).toBe(true);
    expect(await found(`created_at[gt]=${at}`)).toBe(false);
    expect(await found(`created_at[lt]=${at}`)).toBe(false);
    const unix = Math.floor(Date.parse(created_at) / 1000);
    expect(await found(`created_at[gte]=${unix}&created_at[lt]=${unix + 1}`)).toBe(true);
    expect(await found(`updated_at[gte]=${at}`)).toBe(true);
    expect(await found("updated_at[lt]=2001-01-01")).toBe(false);
  });

  it("orders by one known column and refuses every other", async () => {
    for (const order of [
      "id",
      "-id",
      "email",
      "-first_name",
      "last_name",
      "phone",
      "-updated_at",
      "has_account",
      "",
    ])
      expect((await list(`order=${order}`)).status, order).toBe(200);
    for (const order of [
      "password_hash",
      "nobody",
      "created_at,id",
      "--id",
      "id;select pg_sleep(3)",
      "__proto__",
      "toString",
      "%2Bid",
    ]) {
      const answer = await list(`order=${order}`);
      expect([answer.status, answer.body.type], order).toEqual([400, "invalid_data"]);
    }
  });

  it("never answers more than 1,000 rows and says so", async () => {
    const answer = await list("limit=2147483647");
    expect([answer.status, answer.body.limit]).toEqual([200, 1000]);
    expect((await list("offset=2147483647")).body.customers).toEqual([]);
  });

  it("expands every relation of the page, empty ones too", async () => {
    const { email } = await created();
    const [customer] = (
      await list(
        `q=${email}&expand=orders,shipping_addresses.country,billing_address,groups.price_lists`,
      )
    ).body.customers;
    expect(customer).toMatchObject({
      orders: [],
      shipping_addresses: [],
      billing_address: null,
      groups: [],
    });
  });
});
