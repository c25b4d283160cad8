import { z } from "zod";
import type { GroupQuery } from "../../groups/list";
import { MOST_ROWS } from "./customer-query";
import { orderOf } from "./order";
import { count, idList, instantRange, text, textList } from "./rules";

/** In the order in which the reference declares them, which is the order of its messages. */
export const groupListQuery = z.strictObject({
  limit: count().default(10),
  offset: count().default(0),
  q: text().optional(),
  id: idList().optional(),
  name: textList().optional(),
  created_at: instantRange().optional(),
  updated_at: instantRange().optional(),
  discount_condition_id: text().optional(),
  order: text().optional(),
  expand: text().optional(),
  fields: text().optional(),
});
type GroupListQuery = z.output<typeof groupListQuery>;

const ORDERS: Record<string, GroupQuery["order"]["field"]> = {
  id: "id",
  name: "name",
  created_at: "createdAt",
  updated_at: "updatedAt",
};

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
