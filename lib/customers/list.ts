import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { customerRowJson } from "./columns";
import { cachedCount } from "./count-cache";
import { plainCount, plainPage } from "./list-plain";
import {
  type CustomerQuery,
  filterCondition,
  isPlain,
  orderBy,
  searchCondition,
} from "./list-query";
import type { CustomerRow } from "./schema";
import { searchTerms } from "./search";

export type CustomerPage = {
  customers: CustomerRow[];
  count: number;
  offset: number;
  limit: number;
};

type Found = { rows: CustomerRow[]; count?: number };

/** The newest so many rows are looked through first: a common word fills its page from them. */
const PROBE = 2_000;
const LONG_PROBE = 50_000;
/** Up to so many matches are collected from the index and sorted, which also tells the exact count. */
const FEW = 5_000;

/**
 * One page of live customers with their groups and the exact number of all that match.
 * Throws `invalid` on `q` for text that cannot be searched.
 */
export async function listCustomers(_actor: Actor, query: CustomerQuery): Promise<CustomerPage> {
  const { limit, offset } = query;
  const terms = query.q ? await searchTerms(query.q) : [];
  if (terms.length === 0 && isPlain(query)) {
    const { rows, count } = await plainPage(query);
    return { customers: rows, count, offset, limit };
  }
  const filter = filterCondition(query);
  const where = terms.length ? Prisma.sql`${filter} and ${searchCondition(terms)}` : filter;
  const counting = cachedCount(Prisma.sql`select count(*) as n from customer c where ${where}`);
  const { rows, count } = terms.length
    ? await searchedPage(query, filter, searchCondition(terms), where)
    : {
        rows: await pageOf(
          Prisma.sql`select c.id from customer c where ${where}
        order by ${orderBy(query.order)} limit ${limit} offset ${offset}`,
          query,
        ),
        count: undefined,
      };
  return { customers: rows, count: count ?? (await counting()), offset, limit };
}

/** How many customers there are; exact, from the day buckets. */
export async function countCustomers(_actor: Actor, hasAccount?: boolean): Promise<number> {
  return plainCount(hasAccount);
}

/**
 * A search page whose time does not depend on the planner's guess: newest rows first, then the index alone.
 * Without this, an order with a limit makes the planner walk the time index through all rows for a rare word.
 */
async function searchedPage(
  query: CustomerQuery,
  filter: Prisma.Sql,
  match: Prisma.Sql,
  where: Prisma.Sql,
): Promise<Found> {
  const wanted = query.offset + query.limit;
  const order = orderBy(query.order);
  const probe = (depth: number) =>
    pageOf(
      Prisma.sql`select c.id from (select * from customer c where ${filter} order by ${order} limit ${depth}) c
      where ${match} order by ${order} limit ${query.limit} offset ${query.offset}`,
      query,
    );
  if (wanted <= PROBE) {
    const rows = await probe(PROBE);
    if (rows.length === query.limit) return { rows };
  }
  const few = await db().$queryRaw<{ n: bigint; rows: CustomerRow[] }[]>`
    with hits as materialized (select c.id from customer c where ${where} limit ${FEW + 1}),
    page as (select c.* from customer c join hits using (id) where (select count(*) from hits) <= ${FEW}
      order by ${order} limit ${query.limit} offset ${query.offset})
    select (select count(*) from hits) as n,
      (select coalesce(json_agg(${customerRowJson} order by ${order}), '[]') from page c) as rows`;
  if (few[0] && few[0].n <= FEW) return { rows: few[0].rows, count: Number(few[0].n) };
  if (wanted <= PROBE) {
    const rows = await probe(LONG_PROBE);
    if (rows.length === query.limit) return { rows };
  }
  return {
    rows: await pageOf(
      Prisma.sql`select c.id from (
      with hits as materialized (select c.id from customer c where ${where}) select c.* from customer c join hits using (id)) c
      order by ${order} limit ${query.limit} offset ${query.offset}`,
      query,
    ),
  };
}

async function pageOf(ids: Prisma.Sql, query: CustomerQuery): Promise<CustomerRow[]> {
  const found = await db().$queryRaw<{ rows: CustomerRow[] }[]>`
    with page as materialized (${ids})
    select coalesce(json_agg(${customerRowJson} order by ${orderBy(query.order)}), '[]') as rows
    from page join customer c using (id)`;
  return found[0]?.rows ?? [];
}
