import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { setCustomerPassword } from "../customers/customer-password";
import { createCustomer, updateCustomer } from "../customers/customers";
import { changeGroups, changeMembers } from "../customers/membership";
import { createGroup, deleteGroup, updateGroup } from "../groups/groups";
import { anAdmin } from "../testing/actors";
import { change } from "./change";
import type { TimelineEntry } from "./schema";
import { customerDoers, customerTimeline } from "./timeline";

let ada: Actor;
let ben: Actor;
let serial = 0;
beforeAll(async () => {
  ada = await anAdmin("owner", "Ada");
  ben = await anAdmin("admin", "Ben");
});
const newCustomer = (fields: object = {}) =>
  createCustomer(ada, { email: `t${++serial}@example.com`, ...fields });
const timeline = async (id: string, limit = 20) =>
  (await customerTimeline(ada, id, { limit })).entries;

describe("a customer's timeline", () => {
  it("tells who changed what, from what to what, the newest first", async () => {
    const { id } = await newCustomer({ phone: "+44 20 7946 0101" });
    await updateCustomer(ben, id, { phone: null, firstName: "Jane" });
    const [edit, creation] = await timeline(id);
    expect(edit).toMatchObject({
      actorKind: "admin",
      actorName: "Ben",
      door: "desk",
      kind: "customer.update",
    });
    expect(edit?.rows).toEqual([
      {
        table: "customer",
        op: "update",
        before: { phone: "+44 20 7946 0101", first_name: null },
        after: { phone: null, first_name: "Jane" },
        groupName: null,
      },
    ]);
    expect(creation).toMatchObject({
      actorName: "Ada",
      kind: "customer.create",
      rows: [{ op: "insert", before: null }],
    });
    expect(Date.parse(edit?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  it("says of a password only that it was set", async () => {
    const { id } = await newCustomer();
    await setCustomerPassword(ada, id, { password: "kettle orbit plum" });
    const text = JSON.stringify(await timeline(id));
    expect(text).not.toMatch(/argon2|kettle orbit plum/);
    expect((await timeline(id))[0]?.rows[0]?.after).toEqual({
      password_hash: "(hidden)",
      has_account: true,
    });
  });

  it("names groups, renamed and deleted ones too", async () => {
    const group = await createGroup(ada, { name: `Wholesale ${++serial}` });
    const gone = await createGroup(ada, { name: `Gone ${++serial}` });
    const { id } = await newCustomer({ groupIds: [group.id] });
    await changeGroups(ben, id, { add: [gone.id] });
    await deleteGroup(ada, gone.id);
    const renamed = await updateGroup(ada, group.id, { name: `Retail ${++serial}` });
    const entries = await timeline(id);
    expect(
      entries.map((e) => e.rows.filter((r) => r.groupName).map((r) => [r.op, r.groupName])),
    ).toEqual([[["delete", gone.name]], [["insert", gone.name]], [["insert", renamed.name]]]);
  });

  it("does not show what happened to others in the same change", async () => {
    const [mine, other] = [await newCustomer(), await newCustomer()];
    const group = await createGroup(ada, { name: `Both ${++serial}` });
    await changeMembers(ada, group.id, { add: [mine.id, other.id] });
    const [entry] = await timeline(mine.id);
    expect(entry?.rows).toHaveLength(1);
    expect(JSON.stringify(entry)).not.toContain(other.id);
  });

  it("has no entry for a save that changed nothing", async () => {
    const made = await newCustomer({ firstName: "Same" });
    await updateCustomer(ada, made.id, { firstName: "Same" });
    expect(await timeline(made.id)).toHaveLength(1);
  });

  it("is empty for somebody who does not exist", async () => {
    expect(await customerTimeline(ada, "cus_none", { limit: 20 })).toEqual({
      entries: [],
      count: 0,
      skipped: 0,
      older: null,
      newer: null,
    });
  });
});

describe("its pages", () => {
  it("show each of thirty entries of one moment exactly once, both ways, while new ones arrive", async () => {
    const { id } = await newCustomer();
    // One transaction, so that all have the same time to the microsecond.
    await change(ada, { kind: "test", label: "all at once" }, async ({ tx }) => {
      for (let i = 1; i < 30; i++) {
        await tx.$executeRaw`insert into change_set (id, actor_kind, actor_name, door, kind, label)
          values (${`chg_same_${i}`}, 'admin', 'Ada', 'desk', 'test', ${`entry ${i}`})`;
        await tx.$executeRaw`select set_config('clientele.change_set', ${`chg_same_${i}`}, true)`;
        await tx.$executeRaw`update customer set phone = ${String(i)} where id = ${id}`;
      }
    });
    const down = await walk(id, "older");
    expect(down.map((e) => e.label)).toEqual([
      ...Array.from({ length: 29 }, (_, i) => `entry ${29 - i}`),
      expect.any(String),
    ]);
    const up = await walk(id, "newer");
    expect(up.map((e) => e.setId)).toEqual(expect.arrayContaining(down.map((e) => e.setId)));
    expect(new Set(up.map((e) => e.setId)).size).toBe(up.length);
  });

  it.each([1, 9, 10, 11, 20, 21])("of ten end where %i entries end", async (total) => {
    const { id } = await newCustomer();
    for (let i = 1; i < total; i++) await updateCustomer(ada, id, { phone: `${i}` });
    let place: { before?: string } = {};
    const sizes: number[] = [];
    for (;;) {
      const page = await customerTimeline(ada, id, { limit: 10, ...place });
      expect(page).toMatchObject({ count: total, skipped: sizes.length * 10 });
      sizes.push(page.entries.length);
      if (!page.older) break;
      place = { before: page.older };
    }
    expect(sizes).toEqual(
      Array.from({ length: Math.ceil(total / 10) }, (_, i) => Math.min(10, total - i * 10)),
    );
  });

  it("begin with the newest where a cursor makes no sense", async () => {
    const { id } = await newCustomer();
    for (const before of [
      "",
      "abc",
      "-1",
      "0",
      "1e9",
      "99999999999999999999",
      "1; drop table customer",
    ])
      expect((await customerTimeline(ada, id, { limit: 10, before })).entries, before).toHaveLength(
        1,
      );
  });
});

it("who made a customer and who changed it last is known by name", async () => {
  const { id } = await newCustomer();
  expect(await customerDoers(ada, id)).toMatchObject({
    created: { actorName: "Ada" },
    updated: { actorName: "Ada" },
  });
  await updateCustomer(ben, id, { phone: "1" });
  expect(await customerDoers(ada, id)).toMatchObject({
    created: { actorName: "Ada" },
    updated: { actorName: "Ben", door: "desk" },
  });
  expect(await customerDoers(ada, "cus_none")).toEqual({ created: null, updated: null });
});

/** Walks all pages one way from the newest (or from the oldest up); a new entry arrives after each page. */
async function walk(id: string, way: "older" | "newer"): Promise<TimelineEntry[]> {
  const all: TimelineEntry[] = [];
  let place: { before?: string; after?: string } = way === "older" ? {} : { after: "0" };
  for (;;) {
    const page = await customerTimeline(ada, id, { limit: 10, ...place });
    all.push(...(way === "older" ? page.entries : page.entries.toReversed()));
    if (way === "older" || all.length < 30)
      await updateCustomer(ben, id, { phone: `new ${++serial}` });
    const next = page[way];
    if (next === null) break;
    place = way === "older" ? { before: next } : { after: next };
  }
  return all;
}
