import { Prisma } from "../generated/prisma/client";
import type { Customer } from "./schema";

/** The read contract of a customer: what is not named here cannot leave. */
export const customerSelect = {
  id: true,
  email: true,
  hasAccount: true,
  firstName: true,
  lastName: true,
  companyName: true,
  phone: true,
  metadata: true,
  createdBy: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
} satisfies Prisma.CustomerSelect;

type SelectedCustomer = Prisma.CustomerGetPayload<{ select: typeof customerSelect }>;

/** A selected row as every door sees it. */
export function toCustomer(row: SelectedCustomer): Customer {
  return {
    ...row,
    metadata: row.metadata as Customer["metadata"],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

const GROUPS = Prisma.sql`(select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by lower(g.name), g.id), '[]')
  from customer_group_member m join customer_group g on g.id = m.group_id where m.customer_id = c.id)`;

const FIELDS = Prisma.sql`
  'id', c.id, 'email', c.email, 'hasAccount', c.has_account, 'firstName', c.first_name, 'lastName', c.last_name,
  'companyName', c.company_name, 'phone', c.phone, 'metadata', c.metadata, 'createdBy', c.created_by, 'version', c.version,
  'createdAt', clientele_iso(c.created_at), 'updatedAt', clientele_iso(c.updated_at), 'deletedAt', clientele_iso(c.deleted_at)`;

/** The same contract as JSON built by PostgreSQL on alias `c`: a third of the cost of mapping rows here. */
export const customerJson = Prisma.sql`json_build_object(${FIELDS})`;

/** customerJson with the customer's groups, for lists. */
export const customerRowJson = Prisma.sql`json_build_object(${FIELDS}, 'groups', ${GROUPS})`;
