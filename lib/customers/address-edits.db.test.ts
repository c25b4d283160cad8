import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { allChanges, anAdmin } from "../testing/actors";
import { createAddress, deleteAddress, updateAddress } from "./address-edits";
import { findAddress, listAddresses } from "./addresses";
import { createCustomer, updateCustomer } from "./customers";

let actor: Actor;
let serial = 0;
beforeAll(async () => {
  process.env.CLIENTELE_POOL_SIZE = "50";
  actor = await anAdmin();
});
const aCustomer = async () =>
  (await createCustomer(actor, { email: `a${++serial}@example.com`, firstName: `A${serial}` })).id;
const home = {
  firstName: "Jane",
  lastName: "Doe",
  address1: "1 High Street",
  city: "Leeds",
  postalCode: "LS1 4AP",
  countryCode: "gb",
};
const defaultsOf = async (id: string) =>
  (await listAddresses(actor, [id])).map((a) => [a.isDefaultShipping, a.isDefaultBilling]);

describe("createAddress", () => {
  it("keeps what was typed, the country in lower case, and says in the history whose address it is", async () => {
    const id = await aCustomer();
    const made = await createAddress(actor, id, {
      ...home,
      postalCode: "01067",
      countryCode: " DE ",
      metadata: { floor: "007" },
    });
    expect(made).toMatchObject({
      ...home,
      customerId: id,
      postalCode: "01067",
      countryCode: "de",
      metadata: { floor: "007" },
      listed: true,
      company: null,
    });
    expect(await listAddresses(actor, [id])).toEqual([made]);
    expect((await allChanges())[0]).toMatchObject({
      kind: "address.create",
      label: expect.stringMatching(/^Added an address for A\d/),
      rows: 1,
    });
  });

  it("makes a new default take the place of the old one", async () => {
    const id = await aCustomer();
    await createAddress(actor, id, { ...home, isDefaultShipping: true, isDefaultBilling: true });
    await createAddress(actor, id, { ...home, city: "York", isDefaultShipping: true });
    expect(await defaultsOf(id)).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it("leaves one default when fifty want to be it at once", async () => {
    const id = await aCustomer();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        createAddress(actor, id, {
          city: `City ${i}`,
          isDefaultShipping: true,
          isDefaultBilling: true,
        }),
      ),
    );
    const flags = await defaultsOf(id);
    expect(flags).toHaveLength(50);
    expect(flags.filter(([shipping]) => shipping)).toHaveLength(1);
    expect(flags.filter(([, billing]) => billing)).toHaveLength(1);
  });

  it("adds an address that is there already only when asked to", async () => {
    const id = await aCustomer();
    const first = await createAddress(actor, id, home);
    const again = { ...home, company: "Another", metadata: { a: 1 } };
    expect(await createAddress(actor, id, again, { unlessSame: true })).toEqual(first);
    await createAddress(actor, id, { ...home, address2: "Flat 2" }, { unlessSame: true });
    await createAddress(actor, id, home);
    expect(await listAddresses(actor, [id])).toHaveLength(3);
  });

  it.each([
    ["countryCode", "zz"],
    ["countryCode", "uk"],
    ["countryCode", "Germany"],
    ["city", "A\u0000B"],
    ["city", 7],
    ["address1", "x".repeat(256)],
    ["isDefaultBilling", "yes"],
    ["colour", "red"],
    ["metadata", []],
  ])("refuses %s = %j and names the field", async (field, value) => {
    await expect(createAddress(actor, await aCustomer(), { [field]: value })).rejects.toMatchObject(
      {
        code: "invalid",
        fields: { [field]: expect.any(String) },
      },
    );
  });

  it("is refused to a viewer, and for a customer that is not there", async () => {
    const viewer = await anAdmin("viewer");
    await expect(createAddress(viewer, await aCustomer(), home)).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const id of ["cus_none", "\u0000"])
      await expect(createAddress(actor, id, home)).rejects.toMatchObject({
        code: "not_found",
        facts: { noun: "customer" },
      });
  });
});

describe("updateAddress", () => {
  it("changes what is named, merges metadata, and moves the default", async () => {
    const id = await aCustomer();
    const a = await createAddress(actor, id, {
      ...home,
      isDefaultBilling: true,
      metadata: { a: 1, b: 2 },
    });
    const b = await createAddress(actor, id, home);
    await updateAddress(actor, id, b.id, { isDefaultBilling: true, city: null });
    const [first, second] = await listAddresses(actor, [id]);
    expect(first).toMatchObject({ isDefaultBilling: false, city: "Leeds" });
    expect(second).toMatchObject({ isDefaultBilling: true, city: null, address1: home.address1 });
    const merged = await updateAddress(actor, id, a.id, { mergeMetadata: { a: "", c: "3" } });
    expect(merged.metadata).toEqual({ b: 2, c: "3" });
  });

  it("refuses an address of somebody else, and one that changed since it was read", async () => {
    const [id, other] = [await aCustomer(), await aCustomer()];
    const address = await createAddress(actor, id, home);
    await expect(updateAddress(actor, other, address.id, { city: "X" })).rejects.toMatchObject({
      code: "not_found",
      facts: { noun: "address" },
    });
    await updateAddress(actor, id, address.id, { city: "Y" });
    const stale = { versions: [address.version] };
    await expect(updateAddress(actor, id, address.id, { city: "Z" }, stale)).rejects.toMatchObject({
      code: "conflict",
      facts: { version: address.version + 1 },
    });
    expect((await findAddress(actor, id, address.id))?.city).toBe("Y");
    expect(await findAddress(actor, other, address.id)).toBeNull();
  });
});

describe("deleteAddress", () => {
  it("takes the customer's own address away, once, and nobody else's", async () => {
    const [id, other] = [await aCustomer(), await aCustomer()];
    const address = await createAddress(actor, id, { ...home, isDefaultBilling: true });
    expect(await deleteAddress(actor, other, address.id)).toBe(false);
    expect(await listAddresses(actor, [id])).toHaveLength(1);
    expect(await deleteAddress(actor, id, address.id)).toBe(true);
    expect(await deleteAddress(actor, id, address.id)).toBe(false);
    expect(await listAddresses(actor, [id])).toEqual([]);
    expect(await createAddress(actor, id, { ...home, isDefaultBilling: true })).toMatchObject({
      isDefaultBilling: true,
    });
  });
});

describe("a billing address of its own", () => {
  const billing = (id: string) =>
    listAddresses(actor, [id]).then((all) => all.filter((a) => a.isDefaultBilling));

  it("stands beside the list, is replaced by one of the list, and goes", async () => {
    const id = await aCustomer();
    const listed = await createAddress(actor, id, home);
    await updateCustomer(actor, id, { billingAddress: { parts: { city: "Rome" } } });
    expect(await billing(id)).toMatchObject([{ city: "Rome", listed: false }]);
    await updateCustomer(actor, id, { billingAddress: { id: listed.id }, lastName: "B" });
    expect(await billing(id)).toMatchObject([{ id: listed.id, listed: true }]);
    expect(await listAddresses(actor, [id])).toHaveLength(1);
    await updateCustomer(actor, id, { billingAddress: null });
    expect(await billing(id)).toEqual([]);
    expect(await listAddresses(actor, [id])).toHaveLength(1);
  });

  it("cannot be somebody else's, and then nothing is written", async () => {
    const [id, other] = [await aCustomer(), await aCustomer()];
    const theirs = await createAddress(actor, other, home);
    await expect(
      updateCustomer(actor, id, { billingAddress: { id: theirs.id }, lastName: "No" }),
    ).rejects.toMatchObject({ code: "not_found", facts: { noun: "address", id: theirs.id } });
    expect(await listAddresses(actor, [id])).toEqual([]);
    const parts = { countryCode: "zz" };
    await expect(updateCustomer(actor, id, { billingAddress: { parts } })).rejects.toMatchObject({
      fields: { "billingAddress.parts.countryCode": expect.any(String) },
    });
  });
});
