import { beforeAll, describe, expect, it } from "vitest";
import { v2Client } from "../../testing/v2-client";

type Row = Record<string, unknown> & { id: string };
let api: Awaited<ReturnType<typeof v2Client>>;
beforeAll(async () => {
  api = await v2Client();
});
const aCustomer = async () => {
  const { id } = (await api.post("/admin/customers", {})).body.customer;
  const path = `/admin/customers/${id}/addresses`;
  const add = async (body: object = {}): Promise<Row> =>
    (await api.post(`${path}?fields=*addresses`, body)).body.customer.addresses.at(-1);
  return { id, path, add };
};

const SIXTEEN = [
  "id",
  "address_name",
  "company",
  "customer_id",
  "first_name",
  "last_name",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
  "phone",
  "metadata",
  "created_at",
  "updated_at",
];
const NINETEEN = [...SIXTEEN, "is_default_shipping", "is_default_billing", "deleted_at"];

describe("an address", () => {
  it("has 16 keys, 3 more when asked for, all 19 inside a customer", async () => {
    const { path, add } = await aCustomer();
    const address = await add();
    expect(Object.keys(address)).toEqual(NINETEEN);
    const one = (await api.get(`${path}/${address.id}`)).body;
    expect(Object.keys(one.address)).toEqual(SIXTEEN);
    const more = await api.get(`${path}?fields=%2Bis_default_shipping,%2Bdeleted_at,-metadata`);
    expect(Object.keys(more.body.addresses[0])).toEqual([
      ...SIXTEEN.filter((key) => key !== "metadata"),
      "is_default_shipping",
      "deleted_at",
    ]);
  });

  it("is answered with the customer when it is made or changed, not with itself", async () => {
    const { id, path } = await aCustomer();
    const made = await api.post(path, { city: "Berlin" });
    expect([made.status, Object.keys(made.body), made.body.customer.id]).toEqual([
      200,
      ["customer"],
      id,
    ]);
    expect(Object.keys(made.body.customer)).toHaveLength(12);
  });

  it("keeps the country in lower case, and only one that exists", async () => {
    const { path, add } = await aCustomer();
    expect((await add({ country_code: "DE" })).country_code).toBe("de");
    expect((await api.post(path, { country_code: "zz" })).status).toBe(400);
  });

  it("merges metadata, which null clears; null clears any part", async () => {
    const { path, add } = await aCustomer();
    const { id } = await add({ city: "Berlin", metadata: { a: 1, b: 2 } });
    const addressAfter = async (body: object) => {
      await api.post(`${path}/${id}`, body);
      return (await api.get(`${path}/${id}`)).body.address;
    };
    expect((await addressAfter({ metadata: { a: "", c: 3 } })).metadata).toEqual({ b: 2, c: 3 });
    expect(await addressAfter({ metadata: null, city: null })).toMatchObject({
      metadata: null,
      city: null,
    });
  });

  it("can be edited by whoever saw its version: If-Match", async () => {
    const { path, add } = await aCustomer();
    const { id } = await add();
    const tag = (await api.get(`${path}/${id}`)).headers.get("etag") ?? "";
    const first = await api.post(`${path}/${id}`, { city: "A" }, { "if-match": tag });
    expect(first.status).toBe(200);
    expect((await api.post(`${path}/${id}`, { city: "B" }, { "if-match": tag })).status).toBe(412);
    const next = { "if-match": first.headers.get("etag") ?? "" };
    expect((await api.post(`${path}/${id}`, { city: "B" }, next)).status).toBe(200);
  });

  it("is made once for one Idempotency-Key", async () => {
    const { path } = await aCustomer();
    const headers = { "idempotency-key": crypto.randomUUID() };
    await api.post(path, { city: "A" }, headers);
    const again = await api.post(path, { city: "A" }, headers);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await api.get(path)).body.count).toBe(1);
  });

  it("that is missing, or another customer's, is 404 to read and to edit (DEVIATE)", async () => {
    const [mine, other] = [await aCustomer(), await aCustomer()];
    const { id } = await other.add();
    for (const answer of [
      await api.get(`${mine.path}/${id}`),
      await api.get(`${mine.path}/addr_none`),
      await api.post(`${mine.path}/${id}`, { city: "X" }),
      await api.post(`${mine.path}/addr_none`, {}),
    ])
      expect([answer.status, answer.body]).toEqual([
        404,
        {
          type: "not_found",
          message: expect.stringMatching(/^Customer address with id: addr_\w+ not found$/),
        },
      ]);
  });

  it("cannot be deleted through another customer (DEVIATE); its own may, any number of times", async () => {
    const [mine, other] = [await aCustomer(), await aCustomer()];
    const { id } = await other.add();
    const foreign = await api.delete(`${mine.path}/${id}`);
    expect([foreign.status, foreign.body.parent.id]).toEqual([200, mine.id]);
    expect((await api.get(`${other.path}/${id}`)).status).toBe(200);
    for (let i = 0; i < 2; i++) {
      const { status, body } = await api.delete(`${other.path}/${id}?fields=id,*addresses`);
      expect([status, body]).toEqual([
        200,
        {
          id,
          object: "customer_address",
          deleted: true,
          parent: { id: other.id, addresses: [] },
        },
      ]);
    }
  });

  it("of nobody cannot be made: 404 in the words of the reference", async () => {
    const answer = await api.post("/admin/customers/cus_nobody/addresses", {});
    expect([answer.status, answer.body.message]).toEqual([
      404,
      "You tried to set relationship customer_id: cus_nobody, but such entity does not exist",
    ]);
  });

  it("refuses wrong types and unknown keys", async () => {
    const { path } = await aCustomer();
    const answer = await api.post(path, { city: 1, is_default_billing: "yes", foo: 1 });
    expect([answer.status, answer.body.message]).toEqual([
      400,
      "Invalid request: Expected type: 'string' for field 'city', got: '1'; Expected type: 'boolean' for field 'is_default_billing', got: 'yes'; Unrecognized fields: 'foo'",
    ]);
  });
});

describe("GET /admin/customers/:id/addresses", () => {
  it("searches every word in any part, filters, orders and pages", async () => {
    const { path, add } = await aCustomer();
    await add({ city: "Berlin", address_1: "Street 1", country_code: "de", company: "Zoo" });
    await add({ city: "Bern", address_1: "Street 2", country_code: "ch", company: "Acme" });
    await add({ city: "Köln", address_1: "Gasse 12", country_code: "de", postal_code: "50667" });
    const cities = async (query: string) => {
      const { status, body } = await api.get(`${path}?${query}`);
      expect(status, query).toBe(200);
      return body.addresses.map((a: Row) => a.city);
    };
    expect(await cities("q=street+ber")).toEqual(["Berlin", "Bern"]);
    expect(await cities("q=koln")).toEqual(["Köln"]);
    expect(await cities("q=%25")).toEqual([]);
    expect(await cities("country_code=DE")).toEqual(["Berlin", "Köln"]);
    expect(await cities("country_code[]=de,ch")).toEqual(["Berlin", "Bern", "Köln"]);
    expect(await cities("city=Bern")).toEqual(["Bern"]);
    expect(await cities("city[]=Bern&city[]=Berlin")).toEqual(["Berlin", "Bern"]);
    expect(await cities("postal_code=50667")).toEqual(["Köln"]);
    expect(await cities("order=-city")).toEqual(["Köln", "Bern", "Berlin"]);
    expect(await cities("order=company")).toEqual(["Bern", "Berlin", "Köln"]);
    expect(await cities("limit=1&offset=1")).toEqual(["Bern"]);
    for (const query of ["foo=1", "order=x", "limit=x", "expand=x", "city[foo]=1", "q=%00"])
      expect((await api.get(`${path}?${query}`)).status, query).toBe(400);
  });

  it("of nobody is an empty list", async () => {
    const answer = await api.get("/admin/customers/cus_nobody/addresses");
    expect([answer.status, answer.body]).toEqual([
      200,
      { addresses: [], count: 0, offset: 0, limit: 50 },
    ]);
  });
});
