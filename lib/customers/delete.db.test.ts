import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { db } from "../db";
import { createGroup, getGroup } from "../groups/groups";
import { allChanges, anAdmin } from "../testing/actors";
import { PASSWORD, someEmail } from "../testing/rest-client";
import { aShopper } from "../testing/store-client";
import { createAddress, updateAddress } from "./address-edits";
import { listAddresses } from "./addresses";
import { createCustomer, findCustomer, updateCustomer } from "./customers";
import { deleteCustomer } from "./delete";
import { listCustomers } from "./list";
import { changeGroups, changeMembers } from "./membership";

let actor: Actor;
beforeAll(async () => {
  actor = await anAdmin();
});
const everybody = { order: { field: "id", descending: false }, limit: 1000, offset: 0 } as const;

describe("deleteCustomer", () => {
  it("takes the customer out of lists, counts, search and groups, with the addresses", async () => {
    const group = await createGroup(actor, { name: someEmail() });
    const email = someEmail();
    const { id } = await createCustomer(actor, { email, groupIds: [group.id] });
    await createAddress(actor, id, { city: "Berlin", isDefaultBilling: true });
    const { count } = await listCustomers(actor, everybody);

    expect(await deleteCustomer(actor, id)).toBe(true);
    expect(await findCustomer(actor, id)).toBeNull();
    expect(await listCustomers(actor, everybody)).toMatchObject({ count: count - 1 });
    expect((await listCustomers(actor, { ...everybody, q: email })).count).toBe(0);
    expect((await listCustomers(actor, { ...everybody, groupIds: [group.id] })).count).toBe(0);
    expect((await getGroup(actor, group.id)).members).toBe(0);
    expect(await db().customerGroupMember.count({ where: { customerId: id } })).toBe(0);
    expect(await listAddresses(actor, [id])).toEqual([]);
  });

  it("frees the e-mail, also of an account", async () => {
    const email = someEmail();
    for (const password of [undefined, PASSWORD]) {
      const { id } = await createCustomer(actor, { email, password });
      await deleteCustomer(actor, id);
      await expect(createCustomer(actor, { email, password })).resolves.toMatchObject({ email });
    }
  });

  it("ends every sign-in at once and keeps the row with its hash, so that it can be undone", async () => {
    const shopper = await aShopper();
    const live = await db().customerSession.count({
      where: { customerId: shopper.id, revokedAt: null },
    });
    await deleteCustomer(actor, shopper.id);
    expect(live).toBe(1);
    expect(
      await db().customerSession.count({ where: { customerId: shopper.id, revokedAt: null } }),
    ).toBe(0);
    expect((await shopper.send("/store/customers/me")).status).toBe(401);
    const row = await db().customer.findUniqueOrThrow({ where: { id: shopper.id } });
    expect([row.deletedAt !== null, row.passwordHash !== null]).toEqual([true, true]);
  });

  it("answers false for nobody, twice, and an id that no text can hold", async () => {
    const { id } = await createCustomer(actor, {});
    expect(await deleteCustomer(actor, id)).toBe(true);
    for (const nobody of [id, "cus_nobody", "a\u0000b"])
      expect(await deleteCustomer(actor, nobody)).toBe(false);
  });

  it("leaves nobody to edit, to give an address or to put into a group", async () => {
    const group = await createGroup(actor, { name: someEmail() });
    const { id } = await createCustomer(actor, {});
    const address = await createAddress(actor, id, {});
    await deleteCustomer(actor, id);
    for (const write of [
      () => updateCustomer(actor, id, { firstName: "A" }),
      () => createAddress(actor, id, {}),
      () => updateAddress(actor, id, address.id, { city: "A" }),
      () => changeGroups(actor, id, { add: [group.id] }),
      () => changeMembers(actor, group.id, { add: [id] }),
    ])
      await expect(write()).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one change in the timeline, named after who went, with every row that went along", async () => {
    const group = await createGroup(actor, { name: someEmail() });
    const { id } = await createCustomer(actor, { firstName: "Jane", groupIds: [group.id] });
    await createAddress(actor, id, {});
    await deleteCustomer(actor, id);
    const [set] = await allChanges();
    expect([set?.kind, set?.label, set?.actorName]).toEqual([
      "customer.delete",
      "Deleted Jane",
      actor.name,
    ]);
    expect(set?.changeRows.map((row) => [row.tableName, row.op]).sort()).toEqual([
      ["customer", "update"],
      ["customer_address", "update"],
      ["customer_group_member", "delete"],
    ]);
  });

  it("is refused at another version, and to a viewer", async () => {
    const { id } = await createCustomer(actor, {});
    await expect(deleteCustomer(actor, id, { versions: [7] })).rejects.toMatchObject({
      code: "conflict",
      facts: { version: 1 },
    });
    await expect(deleteCustomer(await anAdmin("viewer"), id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await findCustomer(actor, id)).not.toBeNull();
  });

  it("of forty at once one says that it did it", async () => {
    const { id } = await createCustomer(actor, {});
    const all = await Promise.all(Array.from({ length: 40 }, () => deleteCustomer(actor, id)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });
});
