import type pg from "pg";
import { DomainError } from "../errors";

export type Generation = "v1" | "v2";
export type Columns = Map<string, Set<string>>;

const TABLES = [
  "customer",
  "address",
  "customer_address",
  "customer_group",
  "customer_group_customer",
  "customer_group_customers",
  "auth_identity",
  "provider_identity",
  "change_set",
];

/** The columns of the tables that an import reads; releases of one generation differ in them. */
export async function readColumns(client: pg.ClientBase): Promise<Columns> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select name as "table", a.attname as "column" from unnest($1::text[]) name
     join pg_attribute a on a.attrelid = to_regclass(name) and a.attnum > 0 and not a.attisdropped`,
    [TABLES],
  );
  const columns: Columns = new Map();
  for (const { table, column } of rows)
    columns.set(table, (columns.get(table) ?? new Set<string>()).add(column));
  return columns;
}

/**
 * Which of Medusa's generations has these tables. The second counts first: a shop that was moved to it may have kept
 * tables of the first. Throws `invalid` when it is neither.
 */
export function generationOf(columns: Columns): Generation {
  const has = (table: string, ...names: string[]) =>
    names.every((name) => columns.get(table)?.has(name));
  if (has("customer", "id", "email", "has_account")) {
    if (has("customer_address", "is_default_billing") && has("customer_group_customer", "id"))
      return "v2";
    if (has("address", "customer_id") && has("customer", "billing_address_id", "password_hash"))
      return "v1";
  }
  throw new DomainError(
    "invalid",
    columns.has("change_set")
      ? "The database to read from is one of Clientele's, not a Medusa shop's."
      : "The database to read from is no Medusa shop's: the tables of version 1 (customer, address) or 2 (customer, customer_address, customer_group_customer) are not there.",
  );
}

/** The column, or null in its place where this release has none. */
export function column(columns: Columns, table: string, name: string, alias = table): string {
  return columns.get(table)?.has(name) ? `${alias}.${name}` : "null";
}
