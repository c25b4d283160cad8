import { beforeEach, expect, it } from "vitest";
import { db } from "../../db";
import { awkwardValues } from "../../testing/awkward-values";
import { call, PASSWORD, someEmail } from "../../testing/rest-client";
import { aShopper } from "../../testing/store-client";

const ME = "/store/customers/me";
const home = {
  first_name: "Jane",
  last_name: "Doe",
  address_1: "1 Main Street",
  city: "Berlin",
  country_code: "de",
  postal_code: "10115",
};

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

/** What JSON can carry: the deepest of them cannot even be written. */
const values = awkwardValues().filter(({ name }) => !/^depth [15]0{3,}/.test(name));

/** Bodies that break careless software: each field of each route in turn holds each of the values. */
function* bodies(fields: object, wrap = (body: object): object => body, rest: object = {}) {
  for (const field of Object.keys(fields))
    for (const { name, value } of values)
      yield { what: `${field}: ${name}`, body: wrap({ ...rest, ...fields, [field]: value }) };
}

it("no value in any field of a customer or an address is a 5xx, and each refusal has the error's shape", async () => {
  const { send } = await aShopper();
  const { id } = (await send(`${ME}/addresses`, { body: { address: home } })).body.customer
    .shipping_addresses[0];
  const profile = { first_name: "J", phone: "1", metadata: {}, billing_address: null, email: "x" };
  for (const [path, all] of [
    [ME, bodies(profile)],
    [`${ME}/addresses`, bodies({ address_1: "x", metadata: {} }, (address) => ({ address }), home)],
    [`${ME}/addresses/${id}`, bodies({ city: "x", country_code: "de", metadata: {} })],
    ["/store/customers/password-reset", bodies({ email: "a@example.com", token: "x" })],
  ] as const)
    for (const { what, body } of all) {
      await db().attemptLimit.deleteMany();
      const answer = await send(path, { body });
      expect([200, 400, 401, 404, 413, 422], `${path} ${what}`).toContain(answer.status);
      if (answer.status > 200) expect(answer.body, what).toMatchObject({ message: /./ });
    }
});

it("no credential that is no text reaches a query, and no path is a 5xx", async () => {
  for (const { name, value } of values) {
    await db().attemptLimit.deleteMany();
    const email = someEmail();
    for (const body of [
      { email: value, password: PASSWORD },
      { email, password: value },
    ])
      expect([400, 401, 413], name).toContain((await call("/store/auth", { body })).status);
    if (typeof value !== "string" || value.length > 5_000) continue;
    const path = `/store/auth/${encodeURIComponent(value.toWellFormed()) || "-"}`;
    expect([200, 400, 401, 404], path).toContain((await call(path)).status);
  }
});
