import "server-only";
import { Prisma } from "../generated/prisma/client";
import { customerRowsJson } from "./columns";
import type { Counted } from "./count-cache";
import { totalByDays } from "./day-counts";
import { type CustomerQuery, orderBy, orderKey } from "./list-query";
import type { CustomerRow } from "./schema";
import { steadyRead } from "./steady-read";

/**
 * A page made by collecting all that match, with nothing but what they are sorted by, and sorting those: costs by
 * the number of matches, never by the size of the table, and tells the exact count.
 */
export async function collectedPage(
  { order, limit, offset }: CustomerQuery,
  condition: Prisma.Sql,
  options: { isSearch: boolean; seconds?: number },
): Promise<{ rows: CustomerRow[]; counted: Counted }> {
  const inOrder = orderBy(order, Prisma.sql`c.key`);
  const page = Prisma.sql`page join customer c using (id) order by ${orderBy(order)}`;
  const row = await steadyRead<Counted & { rows: CustomerRow[] }>(
    Prisma.sql`
      with hits as materialized (select c.id, ${orderKey(order)} as key from customer c where ${condition}),
      page as materialized (select c.id from hits c order by ${inOrder} limit ${limit} offset ${offset})
      select (select count(*)::int from hits) as n, ${totalByDays({})}::int as total,
        pg_current_snapshot()::text as snapshot, ${customerRowsJson(page)} as rows`,
    options,
  );
  const { rows, ...counted } = row ?? { rows: [], n: 0, total: 0, snapshot: "1:1:" };
  return { rows, counted };
}
