import { Prisma } from "./generated/prisma/client";
import type { DateRange } from "./listing";

/** The conditions that a point in time (SQL) lies in the range. */
export function rangeConditions(moment: Prisma.Sql, range: DateRange = {}): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (range.gt) conditions.push(Prisma.sql`${moment} > ${range.gt}::timestamptz`);
  if (range.gte) conditions.push(Prisma.sql`${moment} >= ${range.gte}::timestamptz`);
  if (range.lt) conditions.push(Prisma.sql`${moment} < ${range.lt}::timestamptz`);
  if (range.lte) conditions.push(Prisma.sql`${moment} <= ${range.lte}::timestamptz`);
  return conditions;
}
