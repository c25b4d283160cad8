import type pg from "pg";
import type { Columns } from "./source-columns";
import type { SourceAddress, SourceCustomer, SourceMember } from "./source-rows";
import { addressColumns, customerColumns } from "./source-text";

type FoundAddress = Omit<SourceAddress, "customerId"> & { customerId: string | null };

/** Customers in the order of their ids, behind `$1` if it is not null. The hash lies in the row. */
export function customersV1(columns: Columns): string {
  return `select ${customerColumns(columns)}, c.password_hash as password, c.email as "signInName",
      c.billing_address_id as "billingAddressId"
    from customer c where $1::text is null or c.id > $1 order by c.id`;
}

/** Their addresses. The one a customer is billed at may stand beside the list: it then names no customer itself. */
export async function addressesV1(
  client: pg.ClientBase,
  columns: Columns,
  customers: SourceCustomer[],
): Promise<SourceAddress[]> {
  const ids = new Set(customers.map(({ id }) => id));
  const billed = new Map<string, string>();
  for (const { id, billingAddressId } of customers)
    if (billingAddressId && !billed.has(billingAddressId)) billed.set(billingAddressId, id);
  const { rows } = await client.query<FoundAddress>(
    `select ${addressColumns(columns, "address")}, a.customer_id as "customerId", null as "addressName"
     from address a where a.customer_id = any($1) or a.id = any($2) order by a.created_at, a.id`,
    [[...ids], [...billed.keys()]],
  );
  return rows.flatMap((row) => {
    const customerId = row.customerId ?? billed.get(row.id) ?? "";
    // somebody else's, which comes with them
    if (!ids.has(customerId)) return [];
    const isDefaultBilling = billed.get(row.id) === customerId;
    const listed = row.customerId !== null;
    return [{ ...row, customerId, isDefaultBilling, isDefaultShipping: false, listed }];
  });
}

/** The groups they are in. This generation does not note since when. */
export async function membersV1(
  client: pg.ClientBase,
  columns: Columns,
  customerIds: string[],
): Promise<SourceMember[]> {
  // shops older than groups have none
  if (!columns.has("customer_group_customers") || !columns.has("customer_group")) return [];
  const { rows } = await client.query<SourceMember>(
    `select m.customer_id as "customerId", m.customer_group_id as "groupId", g.name as "groupName",
       null as "createdBy", null as "createdAt", g.deleted_at as "deletedAt"
     from customer_group_customers m left join customer_group g on g.id = m.customer_group_id
     where m.customer_id = any($1) order by m.customer_id, m.customer_group_id`,
    [customerIds],
  );
  return rows;
}
