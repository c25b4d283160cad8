import "server-only";
import { usesRegex } from "../condition";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { PATTERN_SECONDS, patternRead } from "../pattern-read";
import { customerRowsJson } from "./columns";
import { type Counted, keepCount, lastCount } from "./count-cache";
import { totalByDays } from "./day-counts";
import { collectedPage } from "./list-collected";
import {
  boundCondition,
  type CustomerQuery,
  filterCondition,
  isCountedByDays,
  orderBy,
  restCondition,
} from "./list-query";
import type { CustomerRow } from "./schema";
import { searchCondition, searchConditionOnRows, type Term } from "./search";
import { steadyRead } from "./steady-read";

/** How many rows, in the order of the list, are looked through when nothing is known of how many match. */
const GLANCE = 500;
const FURTHEST_LOOK = 50_000;
const NONE: Counted = { n: 0, total: 0, snapshot: "1:1:" };

/**
 * A page of those that words, groups or times narrow, in a time that does not depend on luck: what many match is
 * found among the first rows, what few match is collected from the indexes. Left alone, PostgreSQL may walk all
 * rows in order to find the last of few.
 */
export async function narrowedPage(
  query: CustomerQuery,
  terms: Term[],
): Promise<{ rows: CustomerRow[]; count: number }> {
  const isSearch = terms.length > 0;
  const words = isSearch ? searchCondition(terms) : Prisma.sql`true`;
  const condition = Prisma.sql`${filterCondition(query)} and ${words}`;
  if (usesRegex(query.where)) {
    const { rows, counted } = await patternRead(() =>
      collectedPage(query, condition, { isSearch, seconds: PATTERN_SECONDS }),
    );
    return { rows, count: counted.n };
  }
  const known =
    isSearch || !isCountedByDays(query) ? lastCount(condition) : await countedByDays(query);

  const depth = known ? depthOfLook(query, known) : GLANCE;
  if (query.offset + query.limit <= depth) {
    const { rows, isUnchanged } = await firstRows(query, terms, depth, known?.snapshot);
    if (rows.length === query.limit) {
      const { n } = known && isUnchanged ? known : await count(query, condition, isSearch);
      return { rows, count: n };
    }
  }
  const { rows, counted } = await collectedPage(query, condition, { isSearch });
  keepCount(condition, counted);
  return { rows, count: counted.n };
}

async function countedByDays(query: CustomerQuery): Promise<Counted> {
  const [row] = await db().$queryRaw<Counted[]>`
    select ${totalByDays(query)}::int as n, ${totalByDays({})}::int as total, pg_current_snapshot()::text as snapshot`;
  return row ?? NONE;
}

/** Twice as far as the page should reach if matches lie evenly; nowhere when collecting all touches fewer rows. */
function depthOfLook({ offset, limit }: CustomerQuery, { n, total }: Counted): number {
  const depth = Math.ceil((2 * (offset + limit) * total) / Math.max(1, n));
  return depth <= Math.min(n, FURTHEST_LOOK) ? depth : 0;
}

/** The page as far as the first so many rows hold it, and whether nothing has changed since that snapshot. */
async function firstRows(
  query: CustomerQuery,
  terms: Term[],
  depth: number,
  snapshot: string | null = null,
) {
  const { limit, offset } = query;
  const order = orderBy(query.order);
  const words = terms.length > 0 ? searchConditionOnRows(terms) : Prisma.sql`true`;
  const page = Prisma.sql`(select * from (
      select * from customer c where ${boundCondition(query)} order by ${order} limit ${depth}) c
    where ${restCondition(query)} and ${words} order by ${order} limit ${limit} offset ${offset}) c order by ${order}`;
  const [row] = await db().$queryRaw<{ rows: CustomerRow[]; isUnchanged: boolean | null }[]>`
    select ${customerRowsJson(page)} as rows,
      clientele_is_unchanged_since(${snapshot}::pg_snapshot) as "isUnchanged"`;
  return { rows: row?.rows ?? [], isUnchanged: row?.isUnchanged ?? false };
}

async function count(
  query: CustomerQuery,
  condition: Prisma.Sql,
  isSearch: boolean,
): Promise<Counted> {
  const matches = isOnlyGroups(query, isSearch)
    ? membersOf(query.groupIds)
    : Prisma.sql`select 1 from customer c where ${condition}`;
  const row = await steadyRead<Counted>(
    Prisma.sql`select count(*)::int as n, ${totalByDays({})}::int as total,
      pg_current_snapshot()::text as snapshot from (${matches}) x`,
    { isSearch },
  );
  const counted = row ?? NONE;
  keepCount(condition, counted);
  return counted;
}

function isOnlyGroups(query: CustomerQuery, isSearch: boolean): boolean {
  const { groupIds, created, updated, hasAccount, where } = query;
  return (
    Boolean(groupIds) && !isSearch && !created && !updated && !where && hasAccount === undefined
  );
}

/** Everybody in these groups but the deleted: those are few, so the members need not be looked at. */
function membersOf(groupIds: string[] = []): Prisma.Sql {
  const ids = groupIds.length > 1 ? Prisma.sql`distinct m.customer_id` : Prisma.sql`m.customer_id`;
  return Prisma.sql`select ${ids} from customer_group_member m where m.group_id = any(${groupIds})
    and not exists (select 1 from customer c where c.id = m.customer_id and c.deleted_at is not null)`;
}
