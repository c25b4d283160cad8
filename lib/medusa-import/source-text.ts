import { type Columns, column } from "./source-columns";

/** What every customer has in both generations, but for the password. */
export function customerColumns(columns: Columns): string {
  const at = (name: string) => column(columns, "customer", name, "c");
  return `c.id, c.email, c.first_name as "firstName", c.last_name as "lastName",
    ${at("company_name")} as "companyName", c.phone, c.has_account as "hasAccount", c.metadata,
    ${at("created_by")} as "createdBy", c.created_at as "createdAt", c.updated_at as "updatedAt",
    c.deleted_at as "deletedAt"`;
}

/** What every address has in both generations, but for whose it is and what it is to them. */
export function addressColumns(columns: Columns, table: string): string {
  return `a.id, a.company, a.first_name as "firstName", a.last_name as "lastName",
    a.address_1 as "address1", a.address_2 as "address2", a.city, a.province, a.postal_code as "postalCode",
    a.country_code as "countryCode", a.phone, a.metadata, a.created_at as "createdAt",
    a.updated_at as "updatedAt", ${column(columns, table, "deleted_at", "a")} as "deletedAt"`;
}

/** Every group, a handful of columns in both generations. */
export function groupsQuery(columns: Columns): string {
  const at = (name: string) => column(columns, "customer_group", name, "g");
  return `select g.id, g.name, g.metadata, ${at("created_by")} as "createdBy", g.created_at as "createdAt",
    g.updated_at as "updatedAt", ${at("deleted_at")} as "deletedAt" from customer_group g order by g.id`;
}
