import "server-only";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { rangeConditions } from "../range-conditions";
import type { CustomerQuery } from "./list-query";

type Counted = Pick<CustomerQuery, "hasAccount" | "created">;

/** The exact number of live customers, all or of one kind or of a time: from the day buckets, not by counting. */
export async function countByDays(query: Counted): Promise<number> {
  const [row] = await db().$queryRaw<{ n: bigint }[]>`select ${totalByDays(query)} as n`;
  return Number(row?.n ?? 0);
}

/** The same number as an SQL expression. */
export function totalByDays(query: Counted): Prisma.Sql {
  const counts = query.created ? dayCounts(query) : counters(query);
  return Prisma.sql`(select coalesce(sum(n), 0)::bigint from (${counts}) x)`;
}

/**
 * How many customers came on each day, as rows (day, n). A day that a bound of the range falls into is counted by
 * its rows; every other day is either whole inside or whole outside.
 */
export function dayCounts(query: Counted): Prisma.Sql {
  const start = Prisma.sql`(day::timestamp at time zone 'UTC')`;
  const edges = edgeDays(query);
  const inside = [Prisma.sql`day not in (${edges})`, ...rangeConditions(start, query.created)];
  return Prisma.sql`select day, sum(n)::bigint as n from (${counters(query)}) x
      where ${Prisma.join(inside, " and ")} group by day
    union all
    select day, (select count(*) from customer c where ${rowsOfDay(query)}) from (${edges}) edge`;
}

/** Buckets and the deltas that are not folded yet: together exact, since the delta is written with the customer. */
function counters({ hasAccount }: Counted): Prisma.Sql {
  const only =
    hasAccount === undefined ? Prisma.empty : Prisma.sql`where has_account = ${hasAccount}`;
  return Prisma.sql`select day, n from customer_bucket ${only} union all select day, d from customer_delta ${only}`;
}

function edgeDays({ created }: Counted): Prisma.Sql {
  const bounds = Object.values(created ?? {}).filter(Boolean);
  return Prisma.sql`select distinct (bound at time zone 'UTC')::date as day from unnest(${bounds}::timestamptz[]) t(bound)`;
}

function rowsOfDay({ hasAccount, created }: Counted): Prisma.Sql {
  const all = [
    Prisma.sql`c.deleted_at is null`,
    Prisma.sql`c.created_at >= day::timestamp at time zone 'UTC'`,
    Prisma.sql`c.created_at < (day + 1)::timestamp at time zone 'UTC'`,
    ...rangeConditions(Prisma.sql`c.created_at`, created),
  ];
  if (hasAccount !== undefined) all.push(Prisma.sql`c.has_account = ${hasAccount}`);
  return Prisma.join(all, " and ");
}
