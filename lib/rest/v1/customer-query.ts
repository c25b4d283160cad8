import { z } from "zod";
import type { CustomerOrder, CustomerQuery } from "../../customers/list-query";
import { MOST_ROWS } from "../list-rules";
import { orderOf } from "./order";
import { count, flag, idList, instantRange, text } from "./rules";

const EXPAND =
  "Relations to answer with, separated by commas: orders, shipping_addresses, billing_address, groups.";
const FIELDS = "Is taken, and changes nothing.";
export const INSTANTS = "Before or after an instant: ISO 8601, or Unix seconds.";

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

/** In the order in which the reference declares them, which is the order of its messages. */
export const listQuery = z.strictObject({
  limit: count().default(50).describe("Rows at most; 0 is as many as one answer holds, 1,000."),
  offset: count().default(0).describe("Rows to skip."),
  expand: text().optional().describe(EXPAND),
  fields: text().optional().describe(FIELDS),
  q: text().optional().describe("Every word, in any order, in name, e-mail, phone or company."),
  has_account: flag().optional().describe("Customers with an account, or guests."),
  groups: idList().optional().describe("Ids of groups: members of any of them."),
  order: text()
    .optional()
    .describe(`One of ${Object.keys(ORDERS).join(", ")}; with a minus in front, descending.`),
  created_at: instantRange().optional().describe(INSTANTS),
  updated_at: instantRange().optional().describe(INSTANTS),
});

/** `expand` and `fields`; the latter is taken and not looked at, as the reference does. */
export const findQuery = z.strictObject({
  expand: text().optional().describe(EXPAND),
  fields: text().optional().describe(FIELDS),
});

type ListQuery = z.output<typeof listQuery>;

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
