import { type Condition, conditionSql } from "../condition";
import { Prisma } from "../generated/prisma/client";
import type { DateRange, Order } from "../listing";
import { rangeConditions } from "../range-conditions";
import { askableCustomers } from "./askable";

/** The orders a list may have; each has its index. */
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
  | "hasAccount"
  | "createdBy";

/** What to list. Everything optional narrows; `groupIds` means any of them. */
export type CustomerQuery = {
  q?: string;
  hasAccount?: boolean;
  groupIds?: string[];
  created?: DateRange;
  updated?: DateRange;
  /** Anything else, see askableCustomers. */
  where?: Condition;
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
  firstName: Prisma.sql`clientele_fold(c.first_name) collate "C"`,
  lastName: Prisma.sql`clientele_fold(c.last_name) collate "C"`,
  companyName: Prisma.sql`clientele_fold(c.company_name) collate "C"`,
  phone: Prisma.sql`c.phone collate "C"`,
  hasAccount: Prisma.sql`c.has_account`,
  createdBy: Prisma.sql`c.created_by collate "C"`,
};

/** What a list is ordered by, before the id. */
export function orderKey(order: Order<CustomerOrder>): Prisma.Sql {
  return COLUMNS[order.field];
}

/** `order by` list; always ends with the id so that pages never overlap. Nothing there sorts last ascending, first descending. */
export function orderBy(order: Order<CustomerOrder>, key = orderKey(order)): Prisma.Sql {
  const way = order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return order.field === "id" ? Prisma.sql`c.id ${way}` : Prisma.sql`${key} ${way}, c.id ${way}`;
}

/** Everything but the search as a condition on alias `c`. */
export function filterCondition(query: CustomerQuery): Prisma.Sql {
  return Prisma.join([boundCondition(query), restCondition(query)], " and ");
}

/** The part of the filter that the index of the order knows, so that walking it meets only rows that pass. */
export function boundCondition({ hasAccount, order, created, updated }: CustomerQuery): Prisma.Sql {
  const all = [Prisma.sql`c.deleted_at is null`];
  if (hasAccount !== undefined) all.push(Prisma.sql`c.has_account = ${hasAccount}`);
  if (order.field === "createdAt") all.push(...rangeConditions(COLUMNS.createdAt, created));
  if (order.field === "updatedAt") all.push(...rangeConditions(COLUMNS.updatedAt, updated));
  return Prisma.join(all, " and ");
}

/** The other part of the filter. */
export function restCondition(query: CustomerQuery): Prisma.Sql {
  const { groupIds, order, created, updated, where } = query;
  const all = [where ? conditionSql(where, askableCustomers) : Prisma.sql`true`];
  if (groupIds)
    all.push(Prisma.sql`exists (select 1 from customer_group_member m
      where m.customer_id = c.id and m.group_id = any(${groupIds}))`);
  if (order.field !== "createdAt") all.push(...rangeConditions(COLUMNS.createdAt, created));
  if (order.field !== "updatedAt") all.push(...rangeConditions(COLUMNS.updatedAt, updated));
  return Prisma.join(all, " and ");
}

/** True when counts and deep pages come from the day buckets: only the account state and the day of creation narrow. */
export function isPlain(query: CustomerQuery): boolean {
  return isCountedByDays(query) && (!query.created || query.order.field === "createdAt");
}

/** True when the day buckets know the count. */
export function isCountedByDays({ groupIds, updated, where }: CustomerQuery): boolean {
  return !groupIds && !updated && !where;
}
