import { z } from "zod";
import type { GroupQuery } from "../../groups/list";
import { MOST_ROWS } from "../list-rules";
import { INSTANTS } from "./customer-query";
import { orderOf } from "./order";
import { count, idList, instantRange, text, textList } from "./rules";

const ORDERS: Record<string, GroupQuery["order"]["field"]> = {
  id: "id",
  name: "name",
  created_at: "createdAt",
  updated_at: "updatedAt",
};

const EXPAND = "Relations to answer with, separated by commas: customers, price_lists.";
const FIELDS = "Fields to answer with, separated by commas; all unless told.";

/** In the order in which the reference declares them, which is the order of its messages. */
export const groupListQuery = z.strictObject({
  limit: count().default(10).describe("Rows at most; 0 is as many as one answer holds, 1,000."),
  offset: count().default(0).describe("Rows to skip."),
  q: text().optional().describe("A part of the name."),
  id: idList().optional().describe("Groups with one of these ids."),
  name: textList().optional().describe("Groups with one of these names, letter for letter."),
  created_at: instantRange().optional().describe(INSTANTS),
  updated_at: instantRange().optional().describe(INSTANTS),
  discount_condition_id: text()
    .optional()
    .describe("No discounts are kept here: no group has one."),
  order: text()
    .optional()
    .describe(`One of ${Object.keys(ORDERS).join(", ")}; with a minus in front, descending.`),
  expand: text().optional().describe(EXPAND),
  fields: text().optional().describe(FIELDS),
});

/** For one group. */
export const groupFindQuery = z.strictObject({
  expand: text().optional().describe(EXPAND),
  fields: text().optional().describe(FIELDS),
});

type GroupListQuery = z.output<typeof groupListQuery>;

/** The query as the room takes it; a limit of 0 is none. Throws `invalid` for an unknown order. */
export function groupQueryOf(query: GroupListQuery): GroupQuery {
  return {
    q: query.q || undefined,
    ids: query.id,
    names: query.name,
    created: query.created_at,
    updated: query.updated_at,
    order: orderOf(query.order, ORDERS),
    limit: Math.min(query.limit || MOST_ROWS, MOST_ROWS),
    offset: query.offset,
  };
}
