import { z } from "zod";
import type { CustomerOrder, CustomerQuery } from "../../customers/list-query";
import type { DateRange } from "../../listing";
import { conditionOf, type Filters, filterShape } from "./filters";
import { orderOf } from "./order";
import { listFields } from "./rules";
import { userIdOf } from "./user-id";

const groupFilters = {
  id: { field: "id", type: "text" },
  name: { field: "name", type: "text" },
  created_by: { field: "createdBy", type: "text", stored: userIdOf },
  created_at: { field: "createdAt", type: "moment" },
  updated_at: { field: "updatedAt", type: "moment" },
  deleted_at: { field: "deletedAt", type: "moment" },
} as const;

const filters: Filters = {
  id: { field: "id", type: "text" },
  email: { field: "email", type: "text" },
  company_name: { field: "companyName", type: "text" },
  first_name: { field: "firstName", type: "text" },
  last_name: { field: "lastName", type: "text" },
  phone: { field: "phone", type: "text" },
  created_by: { field: "createdBy", type: "text", stored: userIdOf },
  has_account: { field: "hasAccount", type: "flag" },
  groups: { relation: "groups", filters: groupFilters },
  created_at: { field: "createdAt", type: "moment" },
  updated_at: { field: "updatedAt", type: "moment" },
  deleted_at: { field: "deletedAt", type: "moment" },
};

const ORDERS: Record<string, CustomerOrder> = {
  id: "id",
  email: "email",
  company_name: "companyName",
  first_name: "firstName",
  last_name: "lastName",
  phone: "phone",
  has_account: "hasAccount",
  created_by: "createdBy",
  created_at: "createdAt",
  updated_at: "updatedAt",
  // Nobody in a list is deleted.
  deleted_at: "id",
};

export const customerListQuery = z.strictObject({
  ...listFields("Words that must all occur, in any order and field."),
  with_deleted: z.string().optional().describe("Is taken, and changes nothing here."),
  ...filterShape("CustomerFilters", filters),
});
type CustomerListQuery = z.output<typeof customerListQuery>;

/** The query as the room takes it: what its indexes know by itself, anything else as a condition. */
export function customerQueryOf(query: CustomerListQuery): CustomerQuery {
  const { q, limit, offset, order, fields: _, with_deleted: __, ...asked } = query;
  const simple = simplyAsked(asked);
  const rest = Object.entries(asked).filter(([name]) => !simple.names.has(name));
  return {
    ...simple.query,
    q: q || undefined,
    where: conditionOf(Object.fromEntries(rest), filters),
    order: orderOf(order, ORDERS),
    limit,
    offset,
  };
}

function simplyAsked(asked: Record<string, unknown>) {
  const names = new Set<string>();
  const query: Pick<CustomerQuery, "hasAccount" | "groupIds" | "created" | "updated"> = {};
  if (typeof asked.has_account === "boolean") {
    query.hasAccount = asked.has_account;
    names.add("has_account");
  }
  const [created, updated] = [rangeOf(asked.created_at), rangeOf(asked.updated_at)];
  if (created) {
    query.created = created;
    names.add("created_at");
  }
  if (updated) {
    query.updated = updated;
    names.add("updated_at");
  }
  const groups = groupIdsOf(asked.groups);
  if (groups) {
    query.groupIds = groups;
    names.add("groups");
  }
  return { query, names };
}

const BOUND: Record<string, keyof DateRange> = { $gt: "gt", $gte: "gte", $lt: "lt", $lte: "lte" };

function rangeOf(asked: unknown): DateRange | null {
  if (typeof asked !== "object" || asked === null || Array.isArray(asked)) return null;
  const bounds = Object.entries(asked).map(([operator, value]) => [BOUND[operator], value]);
  const isRange = bounds.length > 0 && bounds.every(([bound]) => bound !== undefined);
  return isRange ? (Object.fromEntries(bounds) as DateRange) : null;
}

function groupIdsOf(asked: unknown): string[] | null {
  if (typeof asked === "string") return [asked];
  if (!Array.isArray(asked)) return null;
  return asked.length === 1 ? asked.flatMap((ids: string) => ids.split(",")) : asked;
}
