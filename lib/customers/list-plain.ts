import "server-only";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { customerRowJson } from "./columns";
import { type CustomerQuery, filterCondition, orderBy } from "./list-query";
import type { CustomerRow } from "./schema";

type Found = { rows: CustomerRow[]; count: number };
type Raw = { rows: CustomerRow[]; count: bigint };

/**
 * A page of everybody (or all accounts, all guests) at any depth. By creation: the day buckets tell where the
 * offset's day begins, so at most a day's rows are skipped. By another order: from the nearer end.
 */
export async function plainPage(query: CustomerQuery): Promise<Found> {
  if (query.order.field === "createdAt") return byCreation(query);
  const count = await plainCount(query.hasAccount);
  return query.offset > count / 2 ? fromTheEnd(query) : fromTheStart(query, count);
}

/** The exact number of live customers: buckets plus the deltas not folded yet. */
export async function plainCount(hasAccount?: boolean): Promise<number> {
  const [row] = await db().$queryRaw<{ n: bigint }[]>`
    select coalesce(sum(n), 0)::bigint as n from (${counters(hasAccount)}) x`;
  return Number(row?.n ?? 0);
}

function counters(hasAccount?: boolean): Prisma.Sql {
  const only =
    hasAccount === undefined ? Prisma.empty : Prisma.sql`where has_account = ${hasAccount}`;
  return Prisma.sql`select day, n from customer_bucket ${only} union all select day, d from customer_delta ${only}`;
}

async function byCreation(query: CustomerQuery): Promise<Found> {
  const { offset, limit, order } = query;
  const days = order.descending ? Prisma.sql`day desc` : Prisma.sql`day asc`;
  const bound = order.descending
    ? Prisma.sql`c.created_at < (select (day + 1)::timestamp at time zone 'UTC' from start)`
    : Prisma.sql`c.created_at >= (select day::timestamp at time zone 'UTC' from start)`;
  return one(
    await db().$queryRaw<Raw[]>`
    with days as materialized (select day, sum(n)::bigint as n from (${counters(query.hasAccount)}) x group by day),
    start as materialized (
      select day, before from (select day, n, sum(n) over (order by ${days}) - n as before from days) r
      where before <= ${offset} and ${offset} < before + n limit 1),
    page as materialized (
      select c.id from customer c where ${filterCondition(query)} and ${bound}
      order by ${orderBy(order)} limit ${limit} offset (select ${offset} - before from start))
    select (select coalesce(sum(n), 0)::bigint from days) as count,
      (select coalesce(json_agg(${customerRowJson} order by ${orderBy(order)}), '[]') from page join customer c using (id)) as rows`,
  );
}

async function fromTheStart(query: CustomerQuery, count: number): Promise<Found> {
  const [row] = await db().$queryRaw<{ rows: CustomerRow[] }[]>`
    with page as materialized (select c.id from customer c where ${filterCondition(query)}
      order by ${orderBy(query.order)} limit ${query.limit} offset ${query.offset})
    select coalesce(json_agg(${customerRowJson} order by ${orderBy(query.order)}), '[]') as rows
    from page join customer c using (id)`;
  return { rows: row?.rows ?? [], count };
}

async function fromTheEnd(query: CustomerQuery): Promise<Found> {
  const { offset, limit, order } = query;
  const backwards = orderBy({ ...order, descending: !order.descending });
  return one(
    await db().$queryRaw<Raw[]>`
    with total as materialized (select coalesce(sum(n), 0)::bigint as n from (${counters(query.hasAccount)}) x),
    page as materialized (
      select c.id from customer c where ${filterCondition(query)} order by ${backwards}
      limit greatest(0, least(${limit}, (select n from total) - ${offset}))
      offset greatest(0, (select n from total) - ${offset} - ${limit}))
    select (select n from total) as count,
      (select coalesce(json_agg(${customerRowJson} order by ${orderBy(order)}), '[]') from page join customer c using (id)) as rows`,
  );
}

function one(found: Raw[]): Found {
  const row = found[0];
  return { rows: row?.rows ?? [], count: Number(row?.count ?? 0) };
}
