import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { customerTimeline } from "@/lib/changes/timeline";
import { updateCustomer } from "@/lib/customers/customers";
import { countCustomers, listCustomers } from "@/lib/customers/list";
import { db } from "@/lib/db";
import { anAdmin } from "@/lib/testing/actors";
import { seedDemo } from "../seed.mjs";
import { loadCustomers } from "./load.mjs";
import { requireRoom } from "./room.mjs";

const url = process.env.DATABASE_URL!;
const COUNT = 5_000;
let actor: Actor;

beforeAll(async () => {
  actor = await anAdmin();
});
beforeEach(async () => {
  await db()
    .$executeRaw`truncate customer, customer_address, customer_group, customer_group_member, customer_bucket,
    customer_delta, change_set, change_row cascade`;
});

it("a big load counts exactly everywhere and leaves indexes, rules and triggers as they were", async () => {
  const before = await furniture();
  await loadCustomers({ url, count: COUNT, seed: 1 });
  expect(await furniture()).toEqual(before);
  const accounts = await db().customer.count({ where: { hasAccount: true } });
  expect(await db().customer.count()).toBe(COUNT);
  expect(await countCustomers(actor)).toBe(COUNT);
  expect(await countCustomers(actor, true)).toBe(accounts);
  expect(await countCustomers(actor, false)).toBe(COUNT - accounts);
  const last = await page(COUNT - 10);
  expect([last.count, last.customers.length]).toEqual([COUNT, 10]);
  expect(await bucketsThatLie()).toEqual([]);
});

it("a big load leaves one line of history, and what is changed afterwards has its own", async () => {
  await loadCustomers({ url, count: COUNT, seed: 1 });
  const sets = await db().changeSet.findMany();
  expect(sets.map(({ label, rows }) => [label, rows])).toEqual([["Seeded 5,000 customers", COUNT]]);
  const [first] = (await page(0)).customers;
  await updateCustomer(actor, first!.id, { firstName: "Renamed" });
  const { entries } = await customerTimeline(actor, first!.id, { limit: 5, offset: 0 });
  expect(entries.map(({ kind }) => kind)).toEqual(["customer.update"]);
});

it("the demo gives each customer the history of being entered, at the moment the record tells", async () => {
  await seedDemo({ url });
  expect(await countCustomers(actor)).toBe(2_000);
  const [customer] = (await page(1_500)).customers;
  const { entries } = await customerTimeline(actor, customer!.id, { limit: 5, offset: 0 });
  expect(entries.map(({ label }) => label)).toEqual(["Seeded a customer"]);
  expect(entries[0]?.rows[0]?.after).toMatchObject({ id: customer!.id });
  const [{ lies }] = await db().$queryRaw<[{ lies: bigint }]>`
    select count(*) as lies from customer c where not exists (
      select 1 from change_row r join change_set s on s.id = r.set_id
      where r.customer_id = c.id and r.table_name = 'customer' and r.op = 'insert'
        and s.created_at = c.created_at and c.updated_at = c.created_at and s.rows > 0)`;
  expect(Number(lies)).toBe(0);
});

it("refuses a database that has customers, until told to add", async () => {
  await loadCustomers({ url, count: 300, seed: 1 });
  await expect(loadCustomers({ url, count: 100, seed: 2 })).rejects.toThrow(
    "holds 300 customers already",
  );
  await loadCustomers({ url, count: 100, seed: 2, add: true });
  await expect(loadCustomers({ url, count: 100, seed: 2, add: true })).rejects.toThrow(
    "another --seed",
  );
  expect(await countCustomers(actor)).toBe(400);
  expect(await db().customerGroup.count()).toBe(10);
});

it("says that there are customers before anybody is told to wait for more", async () => {
  await requireRoom({ url });
  await loadCustomers({ url, count: 3, seed: 1 });
  await expect(requireRoom({ url, add: false })).rejects.toThrow(
    "holds 3 customers already: say --add",
  );
  await requireRoom({ url, add: true });
});

it("a load that is interrupted, while it copies or while it builds, leaves the database as it was", async () => {
  const before = await furniture();
  for (const moment of ["Loaded 10,000", "Building the index customer_search_trigram"]) {
    const stop = new AbortController();
    const log = (line: string) => line.startsWith(moment) && stop.abort();
    await expect(
      loadCustomers({ url, count: 20_000, seed: 1, log, signal: stop.signal }),
    ).rejects.toThrow();
    await expect.poll(() => db().customer.count()).toBe(0);
    expect(await furniture()).toEqual(before);
    expect(await countCustomers(actor)).toBe(0);
    expect(await db().changeSet.count()).toBe(0);
  }
  await loadCustomers({ url, count: 200, seed: 1 });
  expect(await countCustomers(actor)).toBe(200);
});

function page(offset: number) {
  return listCustomers(actor, {
    limit: 10,
    offset,
    order: { field: "createdAt", descending: true },
  });
}

/** Indexes, constraints and triggers, as PostgreSQL words them. */
async function furniture() {
  return db().$queryRaw`
    select indexdef as d from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
    order by d`;
}

async function bucketsThatLie() {
  return db().$queryRaw`
    with said as (select day, has_account, sum(n) as n from (
        select * from customer_bucket union all select * from customer_delta) x group by 1, 2),
    real as (select (created_at at time zone 'UTC')::date as day, has_account, count(*) as n from customer group by 1, 2)
    select * from said full join real using (day, has_account) where said.n is distinct from real.n`;
}
