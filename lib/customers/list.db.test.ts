import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import { db } from "../db";
import { createGroup, deleteGroup } from "../groups/groups";
import { anAdmin } from "../testing/actors";
import { createCustomer, updateCustomer } from "./customers";
import { countCustomers, listCustomers } from "./list";
import type { CustomerOrder, CustomerQuery } from "./list-query";
import { listQuery, plainList, readListUrl } from "./list-url";
import { changeMembers } from "./membership";

type Row = {
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  hasAccount?: boolean;
  createdAt?: Date;
  updatedAt?: Date;
  deletedAt?: Date | null;
};

let actor: Actor;
beforeAll(async () => {
  actor = await anAdmin();
});
afterEach(async () => {
  await change(actor, { kind: "test", label: "test" }, ({ tx }) => tx.customer.deleteMany());
});

const query = (more: Partial<CustomerQuery> = {}): CustomerQuery => ({
  order: { field: "createdAt", descending: true },
  limit: 20,
  offset: 0,
  ...more,
});
const list = (more: Partial<CustomerQuery> = {}) => listCustomers(actor, query(more));
const names = (page: Awaited<ReturnType<typeof list>>) =>
  page.customers.map((c) => [c.firstName, c.lastName].filter(Boolean).join(" "));

let serial = 0;
async function rows(all: Row[]): Promise<string[]> {
  const data = all.map((row) => ({ id: `cus_${String(++serial).padStart(26, "0")}`, ...row }));
  await change(actor, { kind: "test", label: "test" }, ({ tx }) =>
    tx.customer.createMany({ data }),
  );
  return data.map((row) => row.id);
}

/** Every row by walking the pages, with the totals that the pages told. */
async function walk(more: Partial<CustomerQuery>): Promise<string[]> {
  const ids: string[] = [];
  const { limit = 20 } = more;
  for (let offset = 0; ; offset += limit) {
    const page = await list({ ...more, limit, offset });
    ids.push(...page.customers.map((c) => c.id));
    if (page.customers.length < limit) {
      expect(page.count).toBe(ids.length);
      return ids;
    }
  }
}

describe("pages", () => {
  const orders: CustomerOrder[] = ["createdAt", "updatedAt", "email", "name"];
  const others: CustomerOrder[] = ["id", "firstName", "lastName", "phone", "hasAccount"];
  const moment = fc
    .integer({ min: 0, max: 40 })
    .map((hours) => new Date(Date.UTC(2024, 1, 28) + hours * 3_600_000));
  const name = fc.constantFrom(null, "", "Ann", "ann", "Ánn", "Zoë", "Žižek", "lee", " lee", "李");
  const row = fc.record({
    firstName: name,
    lastName: name,
    hasAccount: fc.boolean(),
    createdAt: moment,
    updatedAt: moment,
    deletedAt: fc.option(moment, { freq: 5 }),
  });

  it("show each live row exactly once, in each order, at any page size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.constantFrom(...orders, ...others),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(true, false, undefined),
        async (data, field, descending, limit, hasAccount) => {
          const ids = await rows(data);
          const live = ids.filter(
            (_, i) =>
              !data[i]?.deletedAt &&
              (hasAccount === undefined || data[i]?.hasAccount === hasAccount),
          );
          const order = { field, descending };
          const walked = await walk({ order, limit, hasAccount });
          expect([...walked].sort()).toEqual([...live].sort());
          const mirrored = await walk({
            order: { field, descending: !descending },
            limit,
            hasAccount,
          });
          expect(mirrored.reverse()).toEqual(walked);
          await change(actor, { kind: "test", label: "test" }, ({ tx }) =>
            tx.customer.deleteMany(),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 4, 5, 6, 10, 11])("add up at a total of %i with five a page", async (total) => {
    const ids = await rows(Array.from({ length: total }, () => ({ createdAt: new Date() })));
    for (const field of orders) {
      const walked = await walk({ order: { field, descending: false }, limit: 5 });
      expect([...walked].sort()).toEqual(ids);
      const past = await list({ order: { field, descending: false }, limit: 5, offset: total });
      expect(past).toMatchObject({ customers: [], count: total });
    }
    expect(await walk({ q: "cus", limit: 5 })).toEqual([]);
  });

  it("far past the end are empty and still tell the total", async () => {
    await rows([{ firstName: "One" }, { firstName: "Two" }]);
    for (const more of [{}, { q: "one" }, { created: { gte: "2000-01-01T00:00:00.000Z" } }])
      for (const field of orders) {
        const page = await list({
          ...more,
          order: { field, descending: true },
          offset: 99_999_999_980,
        });
        expect(page).toMatchObject({ customers: [], count: "q" in more ? 1 : 2 });
      }
  });
});

describe("among thousands", () => {
  it("a search shows the right rows at every depth, in each order, common or rare", async () => {
    await change(
      actor,
      { kind: "test", label: "test" },
      ({ tx }) => tx.$executeRaw`
      insert into customer (id, first_name, email, has_account, created_at, updated_at)
      select 'cus_many' || n, case when n % 400 = 0 then 'Rare' else 'Common' end, 'x' || (n * 7919 % 6007) || '@many.example.com',
        n % 3 = 0, timestamptz '2024-01-01' + n * interval '17 minutes', timestamptz '2024-06-01' - (n % 100) * interval '1 hour'
      from generate_series(1, 6000) n`,
    );
    for (const order of [
      { field: "createdAt", descending: true },
      { field: "updatedAt", descending: false },
      { field: "email", descending: false },
      { field: "name", descending: true },
    ] as const)
      for (const [q, hasAccount, total] of [
        ["common", undefined, 5985],
        ["many com", undefined, 6000],
        ["rare", undefined, 15],
        ["co", true, 2000],
        ["common rare", undefined, 0],
      ] as const) {
        const all = (await list({ q, hasAccount, order, limit: 10_000 })).customers.map(
          (c) => c.id,
        );
        expect(new Set(all).size).toBe(total);
        for (const offset of [0, 5, 1_990, 4_995, 5_980]) {
          const page = await list({ q, hasAccount, order, offset });
          expect(page.count).toBe(total);
          expect(page.customers.map((c) => c.id)).toEqual(all.slice(offset, offset + 20));
        }
      }
  });
});

describe("the order", () => {
  it("of names knows neither case nor accents, and keeps the nameless at one end", async () => {
    await rows(
      ["adams", "Baker", "ÁVILA", "Avery", "ábel", "Žižek", "zoe", "", null, " lee"].map(
        (lastName) => ({
          lastName,
        }),
      ),
    );
    const sorted = names(await list({ order: { field: "name", descending: false } }));
    expect(sorted).toEqual([
      "ábel",
      "adams",
      "Avery",
      "ÁVILA",
      "Baker",
      " lee",
      "Žižek",
      "zoe",
      "",
      "",
    ]);
    const mirror = names(await list({ order: { field: "name", descending: true } }));
    expect(mirror).toEqual([...sorted].reverse());
  });
});

describe("the number of matches", () => {
  it("is right straight after each kind of write", async () => {
    const counts = async () =>
      Promise.all([
        list().then((page) => page.count),
        list({ q: "countable" }).then((page) => page.count),
        list({ hasAccount: true }).then((page) => page.count),
        countCustomers(actor),
      ]);
    expect(await counts()).toEqual([0, 0, 0, 0]);
    const one = await createCustomer(actor, { firstName: "Countable", email: "n1@example.com" });
    expect(await counts()).toEqual([1, 1, 0, 1]);
    await createCustomer(actor, { email: "n2@countable.example.com", password: "a password" });
    expect(await counts()).toEqual([2, 2, 1, 2]);
    await updateCustomer(actor, one.id, { firstName: "Other" });
    expect(await counts()).toEqual([2, 1, 1, 2]);
    await change(actor, { kind: "test", label: "test" }, ({ tx }) =>
      tx.customer.update({ where: { id: one.id }, data: { deletedAt: new Date() } }),
    );
    expect(await counts()).toEqual([1, 1, 1, 1]);
    await db().$queryRaw`select clientele_fold_counts()::text`;
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  it("agrees with the rows while others write", async () => {
    const writing = Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        createCustomer(actor, { firstName: "Busy", phone: String(i) }),
      ),
    );
    const reading = Promise.all(
      Array.from({ length: 20 }, async () => {
        const page = await list({ q: "busy", limit: 100 });
        expect(Math.abs(page.count - page.customers.length)).toBeLessThanOrEqual(30);
      }),
    );
    await Promise.all([writing, reading]);
    expect(await list({ q: "busy", limit: 100 })).toMatchObject({ count: 30 });
    expect((await walk({ q: "busy", limit: 7 })).length).toBe(30);
  });
});

describe("groups", () => {
  it("narrow to their living members, any of several, each once", async () => {
    const [a, b, c, d, e, f] = await rows(
      ["A", "B", "C", "D", "E", "F"].map((firstName) => ({ firstName })),
    );
    const [g1, g2, g3] = await Promise.all(
      ["G1", "G2", "G3"].map(async (name) => (await createGroup(actor, { name })).id),
    );
    const ids = (...all: (string | undefined)[]) => all.filter((id) => id !== undefined);
    await changeMembers(actor, g1 ?? "", { add: ids(a, b, e, f) });
    await changeMembers(actor, g2 ?? "", { add: ids(b, c) });
    await changeMembers(actor, g3 ?? "", { add: ids(a) });
    await changeMembers(actor, g1 ?? "", { remove: ids(e) });
    await deleteGroup(actor, g3 ?? "");
    await change(actor, { kind: "test", label: "test" }, ({ tx }) =>
      tx.customer.update({ where: { id: f }, data: { deletedAt: new Date() } }),
    );
    const byName = { field: "firstName", descending: false } as const;
    const inGroups = async (groupIds: string[], more = {}) => {
      const page = await list({ groupIds, order: byName, ...more });
      expect(page.count).toBe(page.customers.length);
      return names(page);
    };
    expect(await inGroups(ids(g1))).toEqual(["A", "B"]);
    expect(await inGroups(ids(g1, g2))).toEqual(["A", "B", "C"]);
    expect(await inGroups(ids(g1), { q: "b" })).toEqual(["B"]);
    expect(await inGroups(ids(g1, g2), { q: "d" })).toEqual([]);
    expect(await inGroups(ids(g3))).toEqual([]);
    expect(await inGroups(["cgrp_unknown"])).toEqual([]);
    expect(await inGroups([])).toEqual([]);
    expect((await list({ q: "b" })).customers[0]?.groups.map((g) => g.name)).toEqual(["G1", "G2"]);
    expect(d).toBeDefined();
  });
});

describe("the reader's days", () => {
  const at = (iso: string) => ({ createdAt: new Date(iso), firstName: iso });
  const created = async (search: string, zone = "UTC") => {
    const page = await listCustomers(
      actor,
      listQuery(readListUrl(new URLSearchParams(search)), zone),
    );
    expect(page.count).toBe(page.customers.length);
    return names(page).sort();
  };

  it.each([
    ["Australia/Sydney", "+10:00"],
    ["America/Los_Angeles", "-07:00"],
    ["Asia/Kathmandu", "+05:45"],
  ])("are cut at midnight in %s", async (zone, offset) => {
    const moments = [
      "2025-05-21T23:55",
      "2025-05-22T00:05",
      "2025-05-22T08:14",
      "2025-05-22T23:55",
      "2025-05-23T00:00",
    ].map((local) => `${local}:00${offset}`);
    await rows(moments.map(at));
    const tz = encodeURIComponent(zone);
    expect(await created(`from=2025-05-22&to=2025-05-22&tz=${tz}`)).toEqual(moments.slice(1, 4));
    expect(await created("from=2025-05-22&to=2025-05-22", zone)).toEqual(moments.slice(1, 4));
    expect(await created(`to=2025-05-21&tz=${tz}`)).toEqual(moments.slice(0, 1));
    expect(await created(`from=2025-05-23&tz=${tz}`)).toEqual(moments.slice(4));
  });

  it("have 23 and 25 hours when the clocks change", async () => {
    const spring = Date.parse("2025-03-29T23:00:00Z");
    const autumn = Date.parse("2025-10-25T22:00:00Z");
    const hour = (start: number) => (_: unknown, n: number) =>
      at(new Date(start + n * 3_600_000 - 1).toISOString());
    await rows(Array.from({ length: 30 }, hour(spring)));
    await rows(Array.from({ length: 30 }, hour(autumn)));
    const berlin = "tz=Europe%2FBerlin&size=100";
    expect(await created(`from=2025-03-30&to=2025-03-30&${berlin}`)).toHaveLength(23);
    expect(await created(`from=2025-10-26&to=2025-10-26&${berlin}`)).toHaveLength(25);
    expect(await created(`from=2025-03-29&to=2025-03-30&${berlin}`)).toHaveLength(24);
  });
});

it("an odd address is answered like a sensible one", async () => {
  await rows([{ firstName: "Here" }]);
  for (const search of [
    "page=abc",
    "sort=password_hash",
    "size=1000000",
    "account=x",
    "q=%00&group=%27",
  ]) {
    const page = await listCustomers(
      actor,
      listQuery(readListUrl(new URLSearchParams(search)), "UTC"),
    );
    expect(page, search).toMatchObject({ count: 1, limit: plainList.size });
  }
});
