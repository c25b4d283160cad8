import { z } from "zod";
import type { CustomerOrder, CustomerQuery } from "../../customers/list-query";
import { orderOf } from "./order";
import { count, flag, idList, instantRange, text } from "./rules";

/** No list answers with more rows at once, however many were asked for. */
export const MOST_ROWS = 1_000;

/** In the order in which the reference declares them, which is the order of its messages. */
export const listQuery = z.strictObject({
  limit: count().default(50),
  offset: count().default(0),
  expand: text().optional(),
  fields: text().optional(),
  q: text().optional(),
  has_account: flag().optional(),
  groups: idList().optional(),
  order: text().optional(),
  created_at: instantRange().optional(),
  updated_at: instantRange().optional(),
});

/** `expand` and `fields`; the latter is taken and not looked at, as the reference does. */
export const findQuery = z.strictObject({ expand: text().optional(), fields: text().optional() });

type ListQuery = z.output<typeof listQuery>;

const ORDERS: Record<string, CustomerOrder> = {
  id: "id",
  created_at: "createdAt",
  updated_at: "updatedAt",
  email: "email",
  first_name: "firstName",
  last_name: "lastName",
  phone: "phone",
  has_account: "hasAccount",
};

/** The query as the room takes it; a limit of 0 is none. Throws `invalid` for an unknown order. */
export function customerQueryOf(query: ListQuery): CustomerQuery {
  return {
    q: query.q || undefined,
    hasAccount: query.has_account ?? undefined,
    groupIds: query.groups,
    created: query.created_at,
    updated: query.updated_at,
    order: orderOf(query.order, ORDERS),
    limit: Math.min(query.limit || MOST_ROWS, MOST_ROWS),
    offset: query.offset,
  };
}
