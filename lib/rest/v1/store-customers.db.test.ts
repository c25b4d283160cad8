import { beforeEach, describe, expect, it } from "vitest";
import { createAddress } from "../../customers/address-edits";
import { getCustomer } from "../../customers/customers";
import { listCustomers } from "../../customers/list";
import { db } from "../../db";
import { allChanges, anAdmin } from "../../testing/actors";
import { call, client, PASSWORD, someEmail } from "../../testing/rest-client";
import { aShopper, bearer, cookieOf, storeToken } from "../../testing/store-client";
import { V1_CUSTOMER_KEYS } from "../../testing/wire-keys";

const ME = "/store/customers/me";
const signUp = (body: unknown, headers = {}) => call("/store/customers", { body, headers });
const whoAmI = async (headers: Record<string, string>) =>
  (await call("/store/auth", { headers })).status;
const home = {
  first_name: "Jane",
  last_name: "Doe",
  address_1: "1 Main Street",
  city: "Berlin",
  country_code: "DE",
  postal_code: "10115",
};

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

describe("POST /store/customers", () => {
  it("37: answers 200 with no password_hash and the address in lower case, and a second time 422", async () => {
    const email = `James-${someEmail()}`;
    const fields = { email, first_name: "James", last_name: "Bond", password: "test" };
    const answer = await signUp(fields);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body.customer).sort()).toEqual(
      [...V1_CUSTOMER_KEYS, "billing_address", "shipping_addresses"].sort(),
    );
    expect(answer.body.customer).toMatchObject({
      email: email.toLowerCase(),
      has_account: true,
      phone: null,
      metadata: null,
      billing_address: null,
      shipping_addresses: [],
    });
    const again = await signUp({ ...fields, email: email.toLowerCase() });
    expect([again.status, again.body]).toEqual([
      422,
      {
        code: "invalid_request_error",
        type: "duplicate_error",
        message: "A customer with the given email already has an account. Log in instead",
      },
    ]);
  });

  it("signs the new customer in, and nobody who was refused", async () => {
    const fields = { email: someEmail(), password: PASSWORD };
    const answer = await signUp(fields);
    const { body } = await call(ME, { headers: { cookie: cookieOf(answer) } });
    expect(body.customer.id).toBe(answer.body.customer.id);
    expect((await signUp(fields)).headers.getSetCookie()).toEqual([]);
  });

  it("refuses an empty password with 400: no guest is signed in", async () => {
    const answer = await signUp({ email: someEmail(), password: "" });
    expect([answer.status, answer.body]).toEqual([
      400,
      { type: "invalid_data", message: "password should not be empty" },
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("tells what is missing or does not belong there", async () => {
    expect((await signUp({})).body.message).toBe(
      "email must be an email, password must be a string",
    );
    for (const key of ["metadata", "has_account", "groups", "id"]) {
      const answer = await signUp({ email: someEmail(), password: "x", [key]: {} });
      expect([answer.status, answer.body.message]).toEqual([
        400,
        `property ${key} should not exist`,
      ]);
    }
  });

  it("takes the address of a guest, who stays beside the account", async () => {
    const email = someEmail();
    const guest = { email, first_name: "G", last_name: "H", password: "" };
    expect((await (await client()).post("/admin/customers", guest)).status).toBe(201);
    expect((await signUp({ email, password: PASSWORD })).status).toBe(200);
  });

  it("makes one account of a retried request, and signs in the retry too", async () => {
    const fields = { email: someEmail(), password: PASSWORD };
    const key = { "idempotency-key": crypto.randomUUID() };
    const [first, second] = [await signUp(fields, key), await signUp(fields, key)];
    expect(second.status).toBe(200);
    expect(second.body.customer.id).toBe(first.body.customer.id);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await whoAmI({ cookie: cookieOf(second) })).toBe(200);
    expect((await signUp({ ...fields, password: "other" }, key)).status).toBe(422);
  });

  it("keeps the keys of two visitors apart, who both count from 1", async () => {
    const key = { "idempotency-key": "1" };
    const address = (n: number) => ({ ...key, "x-clientele-address": `203.0.113.${n}` });
    const fields = () => ({ email: someEmail(), password: PASSWORD });
    expect((await signUp(fields(), address(1))).status).toBe(200);
    expect((await signUp(fields(), address(1))).status).toBe(200);
    expect((await signUp(fields(), address(2))).status).toBe(200);
  });

  it("stands in the timeline as the customer's own doing", async () => {
    const { id } = await aShopper();
    const [set] = await allChanges();
    expect(set).toMatchObject({
      actorKind: "customer",
      actorId: id,
      actorName: "Jane Doe",
      door: "api",
      kind: "customer.create",
    });
    expect(JSON.stringify(set?.changeRows)).not.toContain("$argon2");
  });
});

describe("GET /store/customers/me", () => {
  it("answers the customer by cookie and by token, and 401 to anybody else", async () => {
    const { id, email, headers } = await aShopper();
    for (const by of [headers, bearer(await storeToken(email))])
      expect((await call(ME, { headers: by })).body.customer.id).toBe(id);
    for (const by of [{}, { "x-medusa-access-token": (await client()).token }]) {
      const answer = await call(ME, { headers: by as Record<string, string> });
      expect([answer.status, answer.text]).toEqual([401, "Unauthorized"]);
    }
  });
});

describe("POST /store/customers/me", () => {
  it("38: takes a password and metadata, which is merged", async () => {
    const { send } = await aShopper();
    await send(ME, { body: { metadata: { a: 1, b: "x" } } });
    const answer = await send(ME, { body: { password: "test", metadata: { b: "", c: null } } });
    expect([answer.status, answer.body.customer.metadata]).toEqual([200, { a: 1, c: null }]);
    expect(answer.text).not.toContain("password");
  });

  it("38: takes the billing address as an object, as an id and as null", async () => {
    const { id, send } = await aShopper();
    const made = (await send(ME, { body: { billing_address: home } })).body.customer;
    expect(made.billing_address).toMatchObject({
      address_1: "1 Main Street",
      country_code: "de",
      customer_id: null,
    });
    expect(made.billing_address_id).toBe(made.billing_address.id);
    expect(made.shipping_addresses).toEqual([]);

    const { id: addressId } = await createAddress(await anAdmin(), id, { city: "Rome" });
    const linked = (await send(ME, { body: { billing_address: addressId } })).body.customer;
    expect(linked).toMatchObject({
      billing_address_id: addressId,
      billing_address: { city: "Rome", customer_id: id },
      shipping_addresses: [{ id: addressId }],
    });

    const none = (await send(ME, { body: { billing_address: null } })).body.customer;
    expect(none).toMatchObject({
      billing_address_id: null,
      billing_address: null,
      shipping_addresses: [{ id: addressId }],
    });
  });

  it("refuses an unknown billing address, and one of somebody else, with 404 and no change", async () => {
    const { send } = await aShopper();
    const other = await aShopper();
    const { id: foreign } = await createAddress(await anAdmin(), other.id, { city: "Rome" });
    for (const id of ["addr_none", foreign, ""]) {
      const answer = await send(ME, { body: { first_name: "New", billing_address: id } });
      expect([answer.status, answer.body]).toEqual([
        404,
        { type: "not_found", message: `Address with id ${id} was not found` },
      ]);
    }
    expect((await send(ME)).body.customer.first_name).toBe("Jane");
  });

  it("refuses a billing address of another type with 400, the reasons as JSON, and no change", async () => {
    const { send } = await aShopper();
    for (const value of [1, true, ["x"], { city: 1 }]) {
      const answer = await send(ME, { body: { first_name: "New", billing_address: value } });
      expect([answer.status, answer.body.type], JSON.stringify(value)).toEqual([
        400,
        "invalid_data",
      ]);
      const told = JSON.parse(answer.body.message);
      expect(told.message).toBe("billing_address must be one of: AddressPayload,String");
    }
    const unknown = await send(ME, { body: { first_name: "New", billing_address: { foo: "x" } } });
    expect(unknown.status).toBe(400);
    expect((await send(ME)).body.customer.first_name).toBe("Jane");
  });

  it("keeps a new address in lower case, so that its owner can still sign in", async () => {
    const { send } = await aShopper();
    const email = `Capital-${someEmail()}`;
    const answer = await send(ME, { body: { email } });
    expect([answer.status, answer.body.customer.email]).toEqual([200, email.toLowerCase()]);
    const signedIn = await call("/store/auth", { body: { email, password: PASSWORD } });
    expect(signedIn.status).toBe(200);
    const other = await aShopper();
    const taken = await other.send(ME, { body: { email } });
    expect([taken.status, taken.body.message]).toEqual([
      422,
      `Customer with email, has_account ${email.toLowerCase()}, t already exists.`,
    ]);
  });

  it("absent is untouched, null clears, and an empty password is no change", async () => {
    const { email, send } = await aShopper({ phone: "112" });
    const answer = await send(ME, {
      body: { phone: null, password: "", metadata: null, last_name: "Roe" },
    });
    expect(answer.body.customer).toMatchObject({
      first_name: "Jane",
      last_name: "Roe",
      phone: null,
      metadata: null,
    });
    expect((await call("/store/auth", { body: { email, password: PASSWORD } })).status).toBe(200);
    expect((await send(ME, { body: { email: null } })).status).toBe(400);
    expect((await send(ME, { body: { has_account: false } })).status).toBe(400);
    expect((await send(ME, { body: { groups: [] } })).status).toBe(400);
  });

  it("a new password ends the other sessions and tokens, not the one it was changed with", async () => {
    for (const by of ["cookie", "token"] as const) {
      const { email, headers, send } = await aShopper({}, by);
      const other = await call("/store/auth", { body: { email, password: PASSWORD } });
      const token = bearer(await storeToken(email));
      expect((await send(ME, { body: { password: "new one" } })).status).toBe(200);
      expect(await whoAmI(headers)).toBe(200);
      expect(await whoAmI({ cookie: cookieOf(other) })).toBe(401);
      expect(await whoAmI(token)).toBe(401);
      expect((await call("/store/auth", { body: { email, password: "new one" } })).status).toBe(
        200,
      );
    }
  });

  it("honours If-Match and Idempotency-Key as /admin does", async () => {
    const { send } = await aShopper();
    const etag = (await send(ME)).headers.get("etag") ?? "";
    const first = await send(ME, { body: { phone: "1" }, headers: { "if-match": etag } });
    expect(first.status).toBe(200);
    expect((await send(ME, { body: { phone: "2" }, headers: { "if-match": etag } })).status).toBe(
      412,
    );
    const key = { "idempotency-key": crypto.randomUUID() };
    await send(ME, { body: { phone: "3" }, headers: key });
    await send(ME, { body: { phone: "4" } });
    const replayed = await send(ME, { body: { phone: "3" }, headers: key });
    expect(replayed.headers.get("idempotency-replayed")).toBe("true");
    expect((await send(ME)).body.customer.phone).toBe("4");
  });

  it("stands in the timeline as the customer's own doing", async () => {
    const { id, send } = await aShopper();
    await send(ME, { body: { phone: "112" } });
    const [set] = await allChanges();
    expect(set).toMatchObject({ actorKind: "customer", actorId: id, label: "Edited Jane Doe" });
  });
});

describe("/store/customers/me/addresses", () => {
  const ADDRESSES = `${ME}/addresses`;

  it("adds an address, its country in lower case, and the same one not twice", async () => {
    const { id, send } = await aShopper();
    const first = await send(ADDRESSES, { body: { address: { ...home, company: "A" } } });
    expect([first.status, first.body.customer.shipping_addresses]).toMatchObject([
      200,
      [{ ...home, company: "A", country_code: "de", customer_id: id }],
    ]);
    const again = await send(ADDRESSES, {
      body: { address: { ...home, country_code: "de", company: "B", metadata: { a: 1 } } },
    });
    expect(again.body.customer.shipping_addresses).toHaveLength(1);
    const other = await send(ADDRESSES, { body: { address: { ...home, city: "Rome" } } });
    expect(other.body.customer.shipping_addresses).toHaveLength(2);
  });

  it("tells the six that are required, an unknown country with 404, and nothing at all with 400", async () => {
    const { send } = await aShopper();
    const refused = async (body: unknown) => {
      const answer = await send(ADDRESSES, { body });
      return [answer.status, answer.body.message];
    };
    const six = Object.keys(home).map((field) => `${field} must be a string`);
    expect(await refused({ address: {} })).toEqual([400, six.join(", ")]);
    expect(await refused({ address: { ...home, country_code: "zz" } })).toEqual([
      404,
      "Country with country_code zz does not exist.",
    ]);
    for (const body of [{}, { address: null }, { address: "x" }, { address: [] }])
      expect(await refused(body)).toEqual([
        400,
        "nested property address must be either object or array",
      ]);
    expect(await refused({ address: { ...home, foo: 1 } })).toEqual([
      400,
      "property foo should not exist",
    ]);
  });

  it("edits and takes away what is theirs", async () => {
    const { send } = await aShopper();
    const added = await send(ADDRESSES, { body: { address: home } });
    const [{ id }] = added.body.customer.shipping_addresses;
    const edited = await send(`${ADDRESSES}/${id}`, { body: { city: "Rome", country_code: "IT" } });
    expect(edited.body.customer.shipping_addresses).toMatchObject([
      { id, city: "Rome", country_code: "it", address_1: "1 Main Street" },
    ]);
    const gone = await send(`${ADDRESSES}/${id}`, { method: "DELETE", body: {} });
    expect([gone.status, gone.body.customer.shipping_addresses]).toEqual([200, []]);
    expect((await send(`${ADDRESSES}/${id}`, { method: "DELETE" })).status).toBe(200);
  });

  it("knows no address of anybody else, nor the billing address outside the list", async () => {
    const { send } = await aShopper();
    const other = await aShopper();
    const { id: foreign } = await createAddress(await anAdmin(), other.id, { city: "Rome" });
    const { billing_address_id: billing } = (await send(ME, { body: { billing_address: home } }))
      .body.customer;
    for (const id of [foreign, billing, "addr_none"]) {
      const answer = await send(`${ADDRESSES}/${id}`, { body: { city: "Oslo" } });
      expect([answer.status, answer.body]).toEqual([
        400,
        { type: "invalid_data", message: "Could not find address for customer" },
      ]);
      expect((await send(`${ADDRESSES}/${id}`, { method: "DELETE" })).status).toBe(200);
    }
    expect((await other.send(ME)).body.customer.shipping_addresses).toMatchObject([
      { id: foreign, city: "Rome" },
    ]);
    expect((await send(ME)).body.customer.billing_address_id).toBe(billing);
  });
});

describe("what a customer may do", () => {
  it("ends at themselves, in the rooms as well", async () => {
    const [one, other] = [await aShopper(), await aShopper()];
    const { findStoreCaller } = await import("../../auth/store-guard");
    const caller = await findStoreCaller(
      new Request("http://localhost:3000/store", { headers: one.headers }),
      null,
    );
    if (!caller) throw new Error("nobody is signed in");
    const { actor } = caller;
    const { updateCustomer } = await import("../../customers/customers");
    expect((await getCustomer(actor, one.id)).id).toBe(one.id);
    await expect(getCustomer(actor, other.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(updateCustomer(actor, other.id, { phone: "1" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createAddress(actor, other.id, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(listCustomers(actor, { offset: 0, limit: 10 } as never)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
