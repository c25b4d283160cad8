import "server-only";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { customerRowsJson } from "./columns";
import { countByDays, dayCounts, totalByDays } from "./day-counts";
import { collectedPage } from "./list-collected";
import { boundCondition, type CustomerQuery, orderBy } from "./list-query";
import type { CustomerRow } from "./schema";

type Found = { rows: CustomerRow[]; count: number };
type Raw = { rows: CustomerRow[]; count: bigint };

/** Up to here the rows before the page are simply skipped. */
const SHALLOW = 1_000;
/** So few accounts, or guests, are sooner sorted than found among the others. */
const FEW = 5_000;

/**
 * A page of everybody, of all accounts, all guests or, by creation, of a time, at any depth: near the start as it
 * is, by creation with the help of the day buckets, by another order from the nearer end.
 */
export async function plainPage(query: CustomerQuery): Promise<Found> {
  const { order, offset, hasAccount } = query;
  const isByCreation = order.field === "createdAt";
  if (offset <= SHALLOW && (isByCreation || hasAccount === undefined)) return fromTheStart(query);
  if (isByCreation) return fromItsDay(query);
  const count = await countByDays(query);
  if (hasAccount === undefined || count > FEW) return fromTheNearerEnd(query, count);
  const { rows, counted } = await collectedPage(query, boundCondition(query), { isSearch: false });
  return { rows, count: counted.n };
}

async function fromTheStart(query: CustomerQuery): Promise<Found> {
  const { limit, offset } = query;
  const order = orderBy(query.order);
  const page = Prisma.sql`(select * from customer c where ${boundCondition(query)}
    order by ${order} limit ${limit} offset ${offset}) c order by ${order}`;
  return one(
    await db().$queryRaw<Raw[]>`
      select ${totalByDays(query)} as count, ${customerRowsJson(page)} as rows`,
  );
}

/** The buckets tell on which day the page begins and how many come before it: at most a day's rows are skipped. */
async function fromItsDay(query: CustomerQuery): Promise<Found> {
  const { offset, limit, order } = query;
  const days = order.descending ? Prisma.sql`day desc` : Prisma.sql`day asc`;
  const fromThere = order.descending
    ? Prisma.sql`c.created_at < (select (day + 1)::timestamp at time zone 'UTC' from start)`
    : Prisma.sql`c.created_at >= (select day::timestamp at time zone 'UTC' from start)`;
  return one(
    await db().$queryRaw<Raw[]>`
      with days as materialized (${dayCounts(query)}),
      start as materialized (
        select day, before from (select day, n, sum(n) over (order by ${days}) - n as before from days) r
        where before <= ${offset} and ${offset} < before + n limit 1),
      page as materialized (
        select c.id from customer c where ${boundCondition(query)} and ${fromThere}
        order by ${orderBy(order)} limit ${limit} offset (select ${offset} - before from start))
      select (select coalesce(sum(n), 0)::bigint from days) as count, ${rowsOfPage(query)} as rows`,
  );
}

async function fromTheNearerEnd(query: CustomerQuery, count: number): Promise<Found> {
  const { offset, order } = query;
  const limit = Math.min(query.limit, count - offset);
  if (limit <= 0) return { rows: [], count };
  const isPastMiddle = offset > count / 2;
  const walk = isPastMiddle ? { ...order, descending: !order.descending } : order;
  const skip = isPastMiddle ? count - offset - limit : offset;
  const [row] = await db().$queryRaw<{ rows: CustomerRow[] }[]>`
    with page as materialized (select c.id from customer c where ${boundCondition(query)}
      order by ${orderBy(walk)} limit ${limit} offset ${skip})
    select ${rowsOfPage(query)} as rows`;
  return { rows: row?.rows ?? [], count };
}

function rowsOfPage({ order }: CustomerQuery): Prisma.Sql {
  return customerRowsJson(Prisma.sql`page join customer c using (id) order by ${orderBy(order)}`);
}

function one(found: Raw[]): Found {
  const row = found[0];
  return { rows: row?.rows ?? [], count: Number(row?.count ?? 0) };
}
