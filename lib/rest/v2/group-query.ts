import { z } from "zod";
import { askableGroupsByCustomers } from "../../customers/askable";
import type { GroupQuery } from "../../groups/list";
import { conditionOf, type Filters, filterShape } from "./filters";
import { orderOf } from "./order";
import { listFields } from "./rules";
import { userIdOf } from "./user-id";

const customerFilters = {
  id: { field: "id", type: "text" },
  email: { field: "email", type: "text" },
  company_name: { field: "companyName", type: "text" },
  first_name: { field: "firstName", type: "text" },
  last_name: { field: "lastName", type: "text" },
  phone: { field: "phone", type: "text" },
  created_by: { field: "createdBy", type: "text", stored: userIdOf },
  has_account: { field: "hasAccount", type: "flag" },
  created_at: { field: "createdAt", type: "moment" },
  updated_at: { field: "updatedAt", type: "moment" },
} as const;

const filters: Filters = {
  id: { field: "id", type: "text" },
  name: { field: "name", type: "text" },
  created_by: { field: "createdBy", type: "text", stored: userIdOf },
  customers: { relation: "customers", filters: customerFilters },
  created_at: { field: "createdAt", type: "moment" },
  updated_at: { field: "updatedAt", type: "moment" },
  deleted_at: { field: "deletedAt", type: "moment" },
};

const ORDERS: Record<string, GroupQuery["order"]["field"]> = {
  id: "id",
  name: "name",
  created_by: "createdBy",
  created_at: "createdAt",
  updated_at: "updatedAt",
  // A deleted group is gone altogether.
  deleted_at: "id",
};

export const groupListQuery = z.strictObject({
  ...listFields("Words that must all occur in the name."),
  with_deleted: z.string().optional().describe("Is taken, and changes nothing here."),
  ...filterShape("CustomerGroupFilters", filters),
});

/** The query as the room takes it. Throws `invalid` for an unknown order. */
export function groupQueryOf(query: z.output<typeof groupListQuery>): GroupQuery {
  const { q, limit, offset, order, fields: _, with_deleted: __, ...asked } = query;
  return {
    q: q || undefined,
    where: conditionOf(asked, filters),
    askable: askableGroupsByCustomers,
    order: orderOf(order, ORDERS),
    limit,
    offset,
  };
}
