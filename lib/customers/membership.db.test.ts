import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { db } from "../db";
import { createGroup, deleteGroup } from "../groups/groups";
import { listGroups } from "../groups/list";
import { allChanges, anAdmin } from "../testing/actors";
import { createCustomer, getCustomer, updateCustomer } from "./customers";
import { listGroupsOf } from "./groups-of";
import { listCustomers } from "./list";
import { changeGroups, changeMembers } from "./membership";

let actor: Actor;
let serial = 0;
beforeAll(async () => {
  // fifty hands at once, none of which waits for a connection
  process.env.CLIENTELE_POOL_SIZE = "50";
  actor = await anAdmin();
});
const customer = (groupIds: string[] = []) =>
  createCustomer(actor, { email: `m${++serial}@example.com`, firstName: `M${serial}`, groupIds });
const group = () => createGroup(actor, { name: `Group ${++serial}` });
const membersOf = async (groupId: string) =>
  (await db().customerGroupMember.findMany({ where: { groupId } })).map((m) => m.customerId).sort();

describe("changeMembers", () => {
  it("adds and removes, counts what it really did, and says so in the history", async () => {
    const [g, a, b, c] = [await group(), await customer(), await customer(), await customer()];
    expect(await changeMembers(actor, g.id, { add: [a.id, b.id, a.id] })).toEqual({
      added: 2,
      removed: 0,
    });
    expect(await changeMembers(actor, g.id, { add: [b.id, c.id], remove: [a.id] })).toEqual({
      added: 1,
      removed: 1,
    });
    expect(await membersOf(g.id)).toEqual([b.id, c.id].sort());
    const [set] = await allChanges();
    expect(set).toMatchObject({
      kind: "group.members",
      label: `Group ${g.name}: added 1, removed 1`,
      rows: 2,
    });
  });

  it("leaves no trace when nothing changed", async () => {
    const g = await group();
    const a = await customer([g.id]);
    const before = await db().changeSet.count();
    await changeMembers(actor, g.id, { add: [a.id] });
    await changeMembers(actor, g.id, { remove: ["cus_nobody"] });
    expect(await db().changeSet.count()).toBe(before);
  });

  it("adds nobody when one of them does not exist, and names that one", async () => {
    const [g, a] = [await group(), await customer()];
    await expect(changeMembers(actor, g.id, { add: [a.id, "cus_none"] })).rejects.toMatchObject({
      code: "not_found",
      facts: { noun: "customer", ids: ["cus_none"] },
    });
    expect(await membersOf(g.id)).toEqual([]);
  });

  it("refuses a group that does not exist", async () => {
    const a = await customer();
    await expect(changeMembers(actor, "cgrp_none", { add: [a.id] })).rejects.toMatchObject({
      code: "not_found",
      facts: { noun: "group", id: "cgrp_none" },
    });
  });

  it("takes many at once as one change", async () => {
    const g = await group();
    const many = await Promise.all(Array.from({ length: 40 }, () => customer()));
    await changeMembers(actor, g.id, { add: many.map((m) => m.id) });
    expect(await membersOf(g.id)).toHaveLength(40);
    expect((await allChanges())[0]).toMatchObject({ rows: 40 });
  });

  it("is refused to a viewer", async () => {
    const [g, viewer] = [await group(), await anAdmin("viewer")];
    await expect(changeMembers(viewer, g.id, { add: [] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("changeGroups", () => {
  it("puts a customer in and out and answers its groups by name", async () => {
    const [g, h] = [await group(), await group()];
    const a = await customer([g.id]);
    expect(await changeGroups(actor, a.id, { add: [h.id], remove: [g.id] })).toEqual([
      { id: h.id, name: h.name },
    ]);
    expect((await allChanges())[0]).toMatchObject({
      label: `Changed the groups of ${a.firstName}`,
      rows: 2,
    });
    expect((await getCustomer(actor, a.id)).updatedAt).toBe(a.updatedAt);
  });

  it("refuses an unknown customer, and changes nothing for an unknown group", async () => {
    const g = await group();
    const a = await customer([g.id]);
    await expect(changeGroups(actor, "cus_none", { add: [g.id] })).rejects.toMatchObject({
      facts: { noun: "customer" },
    });
    await expect(
      changeGroups(actor, a.id, { add: ["cgrp_none"], remove: [g.id] }),
    ).rejects.toMatchObject({
      facts: { noun: "group", id: "cgrp_none" },
    });
    expect((await getCustomer(actor, a.id)).groups).toHaveLength(1);
  });
});

describe("the groups of a customer", () => {
  it("stand in the same order on the record, in a row of the list and in the list of groups", async () => {
    const names = ["Éclair", "eclair b", "Ecláir a", "Zebra", "ärmel", "Arm"];
    const ids = await Promise.all(
      names.map(async (name) => (await createGroup(actor, { name: `${name} of many` })).id),
    );
    const made = await customer(ids);
    const order = { field: "name" as const, descending: false };
    const page = { order, limit: 50, offset: 0 };
    const expected = (await listGroups(actor, { ...page, ids })).groups.map((g) => g.name);
    const own = (await listGroupsOf(actor, [made.id])).get(made.id) ?? [];
    const { customers } = await listCustomers(actor, { ...page, groupIds: ids });
    const changed = await changeGroups(actor, made.id, { add: [] });
    expect(expected[0]).toBe("Arm of many");
    for (const groups of [own, customers[0]?.groups ?? [], changed])
      expect(groups.map((g) => g.name)).toEqual(expected);
  });
});

describe("many hands at once", () => {
  it("fifty opposite changes of the same memberships all succeed and none is half done", async () => {
    const [g, h, a, b] = [await group(), await group(), await customer(), await customer()];
    const ways = [
      () => changeMembers(actor, g.id, { add: [a.id], remove: [b.id] }),
      () => changeMembers(actor, g.id, { add: [b.id], remove: [a.id] }),
      () => changeGroups(actor, a.id, { add: [g.id], remove: [h.id] }),
      () => changeGroups(actor, a.id, { add: [h.id], remove: [g.id] }),
      () => updateCustomer(actor, b.id, { groupIds: [g.id, h.id] }),
    ];
    const done = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => ways[i % ways.length]?.()),
    );
    expect(done.filter((d) => d.status === "rejected")).toEqual([]);
    // The history of each membership goes in, out, in, out: no step is missing and none is there twice.
    const rows = await db().changeRow.findMany({
      where: { tableName: "customer_group_member", customerId: { in: [a.id, b.id] } },
      orderBy: { id: "asc" },
    });
    for (const pair of new Set(rows.map((row) => row.rowId))) {
      const ops = rows.filter((row) => row.rowId === pair).map((row) => row.op);
      expect(ops).toEqual(ops.map((_, i) => (i % 2 ? "delete" : "insert")));
      const isMember =
        (await db().customerGroupMember.count({
          where: { groupId: pair.split("/")[0], customerId: pair.split("/")[1] },
        })) === 1;
      expect(isMember).toBe(ops.at(-1) === "insert");
    }
  });

  it("a group deleted while customers are put into it is gone, and nobody gets an unforeseen error", async () => {
    for (let round = 0; round < 5; round++) {
      const [g, h] = [await group(), await group()];
      const people = await Promise.all(Array.from({ length: 6 }, () => customer([h.id])));
      const done = await Promise.allSettled([
        ...people.map((p) => changeGroups(actor, p.id, { add: [g.id], remove: [h.id] })),
        deleteGroup(actor, g.id),
        deleteGroup(actor, h.id),
        changeMembers(actor, g.id, { add: people.map((p) => p.id) }),
        createCustomer(actor, { email: `r${++serial}@example.com`, groupIds: [g.id, h.id] }),
      ]);
      for (const d of done)
        if (d.status === "rejected")
          expect(d.reason).toMatchObject({ code: "not_found", facts: { noun: "group" } });
      expect(await membersOf(g.id)).toEqual([]);
      expect(await membersOf(h.id)).toEqual([]);
    }
  });
});
