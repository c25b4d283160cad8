import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { setAside } from "../../bin/seed/set-aside.mjs";
import type { Actor } from "../actor";
import { db } from "../db";
import { anAdmin } from "../testing/actors";
import { listCustomers } from "./list";
import type { CustomerOrder, CustomerQuery } from "./list-query";

/**
 * No list may walk the table. Not the plan's looks are held here but what it did: PostgreSQL's own count of the
 * rows that it took from the table and from its indexes, in a table that is made to mislead the planner.
 */
const ROWS = 100_000;
/** What finding a page may touch: a glance at the first rows, and what matches. */
const LITTLE = 3_000;

let actor: Actor;
beforeAll(async () => {
  // One connection, so that what it did can be told apart.
  process.env.CLIENTELE_POOL_SIZE = "1";
  actor = await anAdmin();
  await fillTable();
}, 240_000);

describe("what few match is found without walking", () => {
  const few: Record<string, Partial<CustomerQuery>> = {
    "a word of the oldest only": { q: "quokka" },
    "a word of the oldest only, by name": { q: "quokka", order: by("name") },
    "a word that statistics take for common and nobody has": { q: "wombat" },
    "the same among accounts": { q: "wombat", hasAccount: true },
    "the same in another order": { q: "wombat", order: by("email") },
    "two common words that nobody has both": { q: "anna berg" },
    "a word that nobody has": { q: "zzyzx" },
    "two letters that nobody has": { q: "xq" },
    "one sign that nobody has": { q: "%" },
    "a sign with a meaning for LIKE": { q: "\\_" },
    "a part of an e-mail": { q: "u77001@" },
    "a telephone number": { q: "+1 555 0177001" },
    "a common letter in a small group": { q: "a", groupIds: ["cgrp_few"] },
    "a common word in a small group": { q: "anna", groupIds: ["cgrp_few"] },
    "a small group": { groupIds: ["cgrp_few"] },
    "a small group by name": { groupIds: ["cgrp_few"], order: by("name") },
    "a group of the oldest": { groupIds: ["cgrp_old"] },
    "a group that is none": { groupIds: ["cgrp_none"] },
    "few accounts, all of them old": { hasAccount: true },
    "few accounts by name": { hasAccount: true, order: by("name") },
    "few accounts by change": { hasAccount: true, order: by("updatedAt") },
    "one hour long ago": { created: hour(700) },
    "one hour long ago by name": { created: hour(700), order: by("name") },
    "accounts of one hour long ago": { created: hour(700), hasAccount: true },
    "a time to come": { created: { gte: "2031-01-01T00:00:00Z" }, order: by("email") },
    "changed in one hour": { updated: hour(700) },
    "changed in one hour, by name": { updated: hour(700), order: by("name") },
    "a common word in one hour": { q: "anna", created: hour(700) },
    "an e-mail": { where: { field: "email", op: "among", value: ["u77001@example.com"] } },
    "some ids": { where: { field: "id", op: "among", value: ["cus_1", "cus_2"] } },
    "a company, letter for letter": {
      where: { field: "companyName", op: "among", value: ["Nobody Ltd"] },
    },
    "one of two rare things": {
      where: {
        any: [
          { field: "email", op: "among", value: ["u77001@example.com"] },
          { field: "firstName", op: "among", value: ["Nobody"] },
        ],
      },
    },
    "a small group by its name": {
      where: { some: "groups", where: { field: "name", op: "among", value: ["Few"] } },
    },
  };
  it.each(Object.entries(few))("%s", async (_, query) => {
    // At first sight, and again when the number of matches is remembered.
    for (const _time of [1, 2]) expect(await touched(query)).toBeLessThan(LITTLE);
  });
});

describe("a page of what many match is found without collecting them", () => {
  const many: Record<string, Partial<CustomerQuery>> = {
    "a common word": { q: "anna" },
    "a letter": { q: "a" },
    "a letter by name": { q: "a", order: by("name") },
    "a big group": { groupIds: ["cgrp_half"] },
    "two groups, one of them big": { groupIds: ["cgrp_half", "cgrp_few"] },
    "changed since ever, by name": { updated: { gte: "2020-01-01T00:00:00Z" }, order: by("name") },
  };
  it.each(Object.entries(many))("%s", async (_, query) => {
    await touched(query);
    expect(await touched(query)).toBeLessThan(LITTLE);
  });

  it("a long time, counted by its days", async () => {
    const created = { gte: "2024-01-01T05:00:00Z", lt: "2031-01-01T00:00:00Z" };
    for (const offset of [0, 20_000, ROWS - 2_000])
      expect(await touched({ created, offset })).toBeLessThan(LITTLE);
  });
});

describe("a page lies as near as its nearer end", () => {
  const orders: CustomerOrder[] = [
    "createdAt",
    "updatedAt",
    "email",
    "name",
    "id",
    "firstName",
    "lastName",
    "companyName",
    "phone",
    "hasAccount",
  ];
  const both = orders.flatMap((field) =>
    [true, false].map((descending) => ({ field, descending })),
  );
  it.each(both)("by $field, descending: $descending", async (order) => {
    for (const offset of [0, 400, ROWS - 60])
      expect(await touched({ order, offset })).toBeLessThan(LITTLE);
  });

  it("in the middle by creation at most a day is skipped", async () => {
    expect(await touched({ offset: ROWS / 2 })).toBeLessThan(LITTLE);
    expect(await touched({ offset: ROWS / 2, hasAccount: false })).toBeLessThan(LITTLE);
  });
});

function by(field: CustomerOrder) {
  return { field, descending: false };
}

/** An hour so many days before the newest customer came. */
function hour(daysAgo: number) {
  const start = Date.UTC(2026, 0, 1, 5) - daysAgo * 86_400_000;
  return { gte: new Date(start).toISOString(), lt: new Date(start + 3_600_000).toISOString() };
}

/** How many rows of the table and entries of its indexes PostgreSQL took to answer; a walk of the table counts as all. */
async function touched(query: Partial<CustomerQuery>): Promise<number> {
  const before = await taken();
  const all = { order: { field: "createdAt", descending: true }, limit: 50, offset: 0 } as const;
  await listCustomers(actor, { ...all, ...query });
  return (await taken()) - before;
}

async function taken(): Promise<number> {
  await db().$queryRaw`select pg_stat_force_next_flush()::text`;
  const [row] = await db().$queryRaw<{ n: bigint }[]>`
    select sum(n)::bigint as n from (
      select seq_tup_read + idx_tup_fetch as n from pg_stat_user_tables where relname = 'customer'
      union all select idx_tup_read from pg_stat_user_indexes where relname in ('customer', 'customer_group_member')
      union all select seq_tup_read from pg_stat_user_tables where relname = 'customer_group_member') x`;
  return Number(row?.n);
}

async function fillTable(): Promise<void> {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  await client.query(`begin;
    alter table customer set (autovacuum_enabled = off);
    insert into change_set (id, actor_kind, actor_name, door, kind, label) values ('chg_rows', 'system', 'test', 'system', 'test', 'test');
    select set_config('clientele.change_set', 'chg_rows', true)`);
  const aside = await setAside(client);
  // The oldest has number 0. Three in ten are called Anna, three others Berg, and three Wombat for the time being.
  await client.query(
    `insert into customer (id, email, has_account, first_name, last_name, phone, created_at, updated_at)
      select 'cus_' || lpad(md5(i::text), 26, '0'), 'u' || i || '@example.com', i < 40,
        (array['Anna', 'Anna', 'Anna', 'Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Gil', 'Hao'])[1 + i % 10],
        case when i < 30 then 'Quokka' when i % 10 between 3 and 5 then 'Berg' when i % 10 > 6 then 'Wombat' else 'Lo' end,
        case when i % 2 = 0 then '+1 555 ' || lpad(i::text, 7, '0') else '(555) ' || lpad(i::text, 7, '0') end,
        '2026-01-01Z'::timestamptz - (($1 - i) * interval '15 min'), '2026-01-01Z'::timestamptz - (i * interval '15 min')
      from generate_series(0, $1 - 1) i`,
    [ROWS],
  );
  await client.query(`
    insert into customer_group (id, name) values ('cgrp_few', 'few'), ('cgrp_old', 'old'), ('cgrp_half', 'half');
    insert into customer_group_member (group_id, customer_id)
      select 'cgrp_few', id from customer where email like 'u%777@example.com'
      union all select 'cgrp_old', id from customer where created_at < (select min(created_at) from customer) + interval '1 day'
      union all select 'cgrp_half', id from customer where version = 1 and email like '%0@%' or email like '%3@%' or email like '%6@%'`);
  await client.query("analyze customer; analyze customer_group_member");
  // What the planner learned of wombats is no longer true, and nobody tells it.
  await client.query(`alter table customer disable trigger customer_record_update, disable trigger customer_bump;
    update customer set last_name = 'Lo' where last_name = 'Wombat';
    alter table customer enable trigger customer_record_update, enable trigger customer_bump`);
  for (const { statement } of aside) await client.query(statement);
  await client.query("commit");
  await client.query("vacuum customer");
  await client.end();
}
