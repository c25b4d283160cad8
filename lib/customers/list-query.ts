import { Prisma } from "../generated/prisma/client";
import type { DateRange, Order } from "../listing";
import { type Term, termCondition } from "./search";

/** The orders a list may have. The first four have an index; the others are for the API. */
export type CustomerOrder =
  | "createdAt"
  | "updatedAt"
  | "email"
  | "name"
  | "id"
  | "firstName"
  | "lastName"
  | "companyName"
  | "phone"
  | "hasAccount";

/** What to list. Everything optional narrows; `groupIds` means any of them. */
export type CustomerQuery = {
  q?: string;
  hasAccount?: boolean;
  groupIds?: string[];
  created?: DateRange;
  updated?: DateRange;
  order: Order<CustomerOrder>;
  limit: number;
  offset: number;
};

const COLUMNS: Record<CustomerOrder, Prisma.Sql> = {
  createdAt: Prisma.sql`c.created_at`,
  updatedAt: Prisma.sql`c.updated_at`,
  email: Prisma.sql`c.email`,
  name: Prisma.sql`c.name_key`,
  id: Prisma.sql`c.id`,
  firstName: Prisma.sql`clientele_fold(c.first_name)`,
  lastName: Prisma.sql`clientele_fold(c.last_name)`,
  companyName: Prisma.sql`clientele_fold(c.company_name)`,
  phone: Prisma.sql`c.phone`,
  hasAccount: Prisma.sql`c.has_account`,
};

/** `order by` list; always ends with the id so that pages never overlap. Nothing there sorts last ascending, first descending. */
export function orderBy(order: Order<CustomerOrder>): Prisma.Sql {
  const way = order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return order.field === "id"
    ? Prisma.sql`c.id ${way}`
    : Prisma.sql`${COLUMNS[order.field]} ${way}, c.id ${way}`;
}

/** Everything but the search as conditions on alias `c`. */
export function filterCondition(query: CustomerQuery): Prisma.Sql {
  const all = [Prisma.sql`c.deleted_at is null`];
  if (query.hasAccount !== undefined) all.push(Prisma.sql`c.has_account = ${query.hasAccount}`);
  if (query.groupIds)
    all.push(Prisma.sql`exists (select 1 from customer_group_member m
      where m.customer_id = c.id and m.group_id = any(${query.groupIds}))`);
  all.push(...rangeConditions(COLUMNS.createdAt, query.created));
  all.push(...rangeConditions(COLUMNS.updatedAt, query.updated));
  return Prisma.join(all, " and ");
}

/** All terms at once. */
export function searchCondition(terms: Term[]): Prisma.Sql {
  return Prisma.join(terms.map(termCondition), " and ");
}

/** True when only the account state narrows: then counts and deep pages come from the day buckets. */
export function isPlain(query: CustomerQuery): boolean {
  return !query.groupIds && !query.created && !query.updated;
}

function rangeConditions(column: Prisma.Sql, range: DateRange = {}): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (range.gt) conditions.push(Prisma.sql`${column} > ${range.gt}::timestamptz`);
  if (range.gte) conditions.push(Prisma.sql`${column} >= ${range.gte}::timestamptz`);
  if (range.lt) conditions.push(Prisma.sql`${column} < ${range.lt}::timestamptz`);
  if (range.lte) conditions.push(Prisma.sql`${column} <= ${range.lte}::timestamptz`);
  return conditions;
}
