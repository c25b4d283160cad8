import type pg from "pg";
import { type Columns, column } from "./source-columns";
import type { SourceAddress, SourceMember } from "./source-rows";
import { addressColumns, customerColumns } from "./source-text";

/**
 * Customers in the order of their ids, behind `$1` if it is not null. The hash lies with the identity that names the
 * customer, and nothing is indexed by that: one query over all, so that it is joined once.
 */
export function customersV2(columns: Columns): string {
  const password = hasPasswords(columns);
  return `select ${customerColumns(columns)}, null as "billingAddressId",
      ${password ? `p.password, p.entity_id as "signInName"` : `null as password, null as "signInName"`}
    from customer c ${password ? `left join (${passwords(columns)}) p on p.customer_id = c.id` : ""}
    where $1::text is null or c.id > $1 order by c.id`;
}

function hasPasswords(columns: Columns): boolean {
  return (
    columns.has("auth_identity") && Boolean(columns.get("provider_identity")?.has("entity_id"))
  );
}

function passwords(columns: Columns): string {
  const gone = (table: string, alias: string) => column(columns, table, "deleted_at", alias);
  return `select distinct on (i.app_metadata ->> 'customer_id') i.app_metadata ->> 'customer_id' as customer_id,
      p.entity_id, p.provider_metadata ->> 'password' as password
    from auth_identity i join provider_identity p on p.auth_identity_id = i.id and p.provider = 'emailpass'
    where i.app_metadata ->> 'customer_id' is not null and p.provider_metadata ->> 'password' is not null
      and ${gone("auth_identity", "i")} is null and ${gone("provider_identity", "p")} is null
    order by i.app_metadata ->> 'customer_id', p.id`;
}

export async function addressesV2(
  client: pg.ClientBase,
  columns: Columns,
  customerIds: string[],
): Promise<SourceAddress[]> {
  const { rows } = await client.query<SourceAddress>(
    `select ${addressColumns(columns, "customer_address")}, a.customer_id as "customerId",
       a.address_name as "addressName", a.is_default_shipping as "isDefaultShipping",
       a.is_default_billing as "isDefaultBilling", true as listed
     from customer_address a where a.customer_id = any($1) order by a.created_at, a.id`,
    [customerIds],
  );
  return rows;
}

export async function membersV2(
  client: pg.ClientBase,
  columns: Columns,
  customerIds: string[],
): Promise<SourceMember[]> {
  const gone = column(columns, "customer_group_customer", "deleted_at", "m");
  // a membership may have ended and begun again: the one that lasts counts
  const { rows } = await client.query<SourceMember>(
    `select distinct on (m.customer_id, m.customer_group_id) m.customer_id as "customerId",
       m.customer_group_id as "groupId", g.name as "groupName", m.created_by as "createdBy",
       m.created_at as "createdAt", coalesce(${gone}, g.deleted_at) as "deletedAt"
     from customer_group_customer m left join customer_group g on g.id = m.customer_group_id
     where m.customer_id = any($1)
     order by m.customer_id, m.customer_group_id, ${gone} is not null, m.created_at`,
    [customerIds],
  );
  return rows;
}
