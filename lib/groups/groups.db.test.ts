import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import { createCustomer, getCustomer } from "../customers/customers";
import { listCustomers } from "../customers/list";
import { changeMembers } from "../customers/membership";
import { db } from "../db";
import { allChanges, anAdmin } from "../testing/actors";
import { createGroup, deleteGroup, findGroup, updateGroup } from "./groups";
import { findGroupNames, type GroupQuery, groupNamesOf, listGroups } from "./list";

let actor: Actor;
let serial = 0;
beforeAll(async () => {
  process.env.CLIENTELE_POOL_SIZE = "40";
  actor = await anAdmin();
});
const query = (fields: Partial<GroupQuery> = {}): GroupQuery => ({
  order: { field: "name", descending: false },
  limit: 20,
  offset: 0,
  ...fields,
});
const named = async (q: string) =>
  (await listGroups(actor, query({ q }))).groups.map((g) => g.name);

describe("createGroup", () => {
  it("refuses a name that is there, and says which group has it", async () => {
    const first = await createGroup(actor, { name: "Wholesale" });
    await expect(createGroup(actor, { name: " Wholesale\u00a0" })).rejects.toMatchObject({
      code: "duplicate",
      fields: { name: "Another group already has this name." },
      facts: { id: first.id },
    });
  });

  it("makes one when the request comes twice", async () => {
    const once = { key: "group-intent-1", input: { name: "Twice" } };
    const both = await Promise.all([
      createGroup(actor, once.input, { once }),
      createGroup(actor, once.input, { once }),
    ]);
    expect(both[0].id).toBe(both[1].id);
  });

  it("takes a name that is empty, once, as the API's clients may send it", async () => {
    expect((await createGroup(actor, { name: " \u200b" })).name).toBe("");
    await expect(createGroup(actor, { name: "" })).rejects.toMatchObject({ code: "duplicate" });
  });

  it.each([null, undefined, 1, "A\u0000B", "x".repeat(256)])(
    "refuses %j as a name",
    async (name) => {
      await expect(createGroup(actor, { name })).rejects.toMatchObject({
        code: "invalid",
        fields: { name: expect.any(String) },
      });
    },
  );

  it("is refused to a viewer", async () => {
    await expect(createGroup(await anAdmin("viewer"), { name: "No" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("listGroups", () => {
  it("finds by any part of the name, without regard to case and accents; wildcards are letters", async () => {
    await createGroup(actor, { name: "Ärzte & Ärztinnen" });
    await createGroup(actor, { name: "100% cotton_fans" });
    await createGroup(actor, { name: "back\\slash" });
    expect(await named("arzt")).toEqual(["Ärzte & Ärztinnen"]);
    expect(await named("100%")).toEqual(["100% cotton_fans"]);
    expect(await named("1%c")).toEqual([]);
    expect(await named("n_f")).toEqual(["100% cotton_fans"]);
    expect(await named("n％f")).toEqual([]);
    expect(await named("k\\s")).toEqual(["back\\slash"]);
    await expect(named("\u0000")).rejects.toMatchObject({
      code: "invalid",
      fields: { q: expect.any(String) },
    });
  });

  it("shows every group on exactly one page, at each total around the page's size", async () => {
    for (const total of [0, 1, 4, 5, 6, 10, 11]) {
      const q = `paged ${++serial}.`;
      for (let i = 0; i < total; i++) await createGroup(actor, { name: `${q} ${i % 3} ${i}` });
      const seen: string[] = [];
      for (let offset = 0; offset < Math.max(total, 1); offset += 5) {
        const page = await listGroups(actor, query({ q, limit: 5, offset }));
        expect(page.count).toBe(total);
        seen.push(...page.groups.map((g) => g.id));
      }
      expect(new Set(seen).size).toBe(total);
      expect(seen).toHaveLength(total);
    }
  });

  it("counts the members, the order by members included", async () => {
    const q = `counted ${++serial}.`;
    const sizes = [2, 0, 1];
    for (const size of sizes) {
      const group = await createGroup(actor, { name: `${q} ${size}` });
      for (let i = 0; i < size; i++)
        await createCustomer(actor, { email: `g${++serial}@example.com`, groupIds: [group.id] });
    }
    const { groups } = await listGroups(
      actor,
      query({ q, order: { field: "members", descending: true } }),
    );
    expect(groups.map((g) => g.members)).toEqual([2, 1, 0]);
  });

  it("counts no member that is deleted, and finds names for pickers in the same way", async () => {
    const group = await createGroup(actor, { name: `Läden ${++serial}` });
    const [gone] = await Promise.all(
      [1, 2].map(() =>
        createCustomer(actor, { email: `g${++serial}@example.com`, groupIds: [group.id] }),
      ),
    );
    await change(
      actor,
      { kind: "test", label: "test" },
      ({ tx }) =>
        tx.$executeRaw`update customer set deleted_at = now() where id = ${gone?.id ?? ""}`,
    );
    expect((await findGroup(actor, group.id))?.members).toBe(1);
    expect(await findGroupNames(actor, group.name.toLowerCase().replace("ä", "a"), 5)).toEqual([
      { id: group.id, name: group.name },
    ]);
    expect(await findGroupNames(actor, "", 2)).toHaveLength(2);
  });

  it("names the groups of these ids as far as they exist, by name", async () => {
    const later = await createGroup(actor, { name: "Yesterday's press" });
    const fresh = await createGroup(actor, { name: "Fresh from the press" });
    const named = await groupNamesOf(actor, [later.id, "cgrp_gone", fresh.id]);
    expect(named).toEqual([fresh, later].map(({ id, name }) => ({ id, name })));
    expect(await groupNamesOf(actor, [])).toEqual([]);
  });
});

describe("updateGroup", () => {
  it("renames, and refuses to write over somebody else's new name", async () => {
    const group = await createGroup(actor, { name: "Was" });
    await updateGroup(actor, group.id, { name: "Theirs" }, { base: { name: "Was" } });
    await expect(
      updateGroup(actor, group.id, { name: "Mine" }, { base: { name: "Was" } }),
    ).rejects.toMatchObject({
      code: "conflict",
      conflict: [{ field: "name", was: "Was", theirs: "Theirs", mine: "Mine" }],
    });
    await updateGroup(actor, group.id, { name: "Mine" }, { base: { name: "Theirs" } });
    expect((await findGroup(actor, group.id))?.name).toBe("Mine");
    expect((await allChanges())[0]).toMatchObject({
      kind: "group.update",
      label: "Renamed a group to Mine",
    });
  });

  it("keeps metadata within its bounds when it merges", async () => {
    const group = await createGroup(actor, { name: "Meta", metadata: { a: "x".repeat(40_000) } });
    const more = { mergeMetadata: { b: "x".repeat(40_000) } };
    await expect(updateGroup(actor, group.id, more)).rejects.toMatchObject({ code: "invalid" });
  });

  it("says that a group is gone", async () => {
    for (const id of ["cgrp_none", "\u0000"])
      await expect(
        updateGroup(actor, id.replace("\u0000", "cgrp_x"), { name: "X" }),
      ).rejects.toMatchObject({ code: "not_found" });
    expect(await findGroup(actor, "\u0000")).toBeNull();
  });
});

describe("deleteGroup", () => {
  it("takes the group from its thirty members and leaves them otherwise alone", async () => {
    const group = await createGroup(actor, { name: "Thirty" });
    const other = await createGroup(actor, { name: "Other" });
    const members = await Promise.all(
      Array.from({ length: 30 }, () =>
        createCustomer(actor, { email: `g${++serial}@example.com`, groupIds: [other.id] }),
      ),
    );
    await changeMembers(actor, group.id, { add: members.map((m) => m.id) });
    const before = await db().customer.count();
    expect(await deleteGroup(actor, group.id)).toBe(true);
    expect(await db().customer.count()).toBe(before);
    const first = await getCustomer(actor, members[0]?.id ?? "");
    expect(first.groups).toEqual([{ id: other.id, name: "Other" }]);
    const left = await listCustomers(actor, {
      groupIds: [group.id],
      order: { field: "createdAt", descending: true },
      limit: 50,
      offset: 0,
    });
    expect(left).toMatchObject({ count: 0, customers: [] });
    expect((await allChanges())[0]).toMatchObject({
      kind: "group.delete",
      label: "Deleted the group Thirty",
      rows: 31,
    });
  });

  it("is one change also when there are thousands of members", async () => {
    const group = await createGroup(actor, { name: `Thousands ${++serial}` });
    await change(actor, { kind: "test", label: "test" }, async ({ tx }) => {
      await tx.$executeRaw`insert into customer (id) select 'cus_many_' || n from generate_series(1, 12000) n`;
      await tx.$executeRaw`insert into customer_group_member (group_id, customer_id)
        select ${group.id}, 'cus_many_' || n from generate_series(1, 12000) n`;
    });
    expect(await deleteGroup(actor, group.id)).toBe(true);
    const [set] = await db().changeSet.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(set).toMatchObject({ kind: "group.delete", rows: 12_001 });
    expect(await db().customer.count({ where: { id: { startsWith: "cus_many_" } } })).toBe(12_000);
  });

  it("answers false when there was none, and is refused to a viewer", async () => {
    expect(await deleteGroup(actor, "cgrp_none")).toBe(false);
    await expect(deleteGroup(await anAdmin("viewer"), "cgrp_none")).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
