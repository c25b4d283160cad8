import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type pg from "pg";
import { underChangeSet } from "../../bench/change-set.mjs";

type Row = {
  email?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  company_name?: string | null;
  phone?: string | null;
  has_account?: boolean;
  created_at?: string | Date;
  groups?: string[];
};

/** A word that no other test's customers have. */
export function someWord(): string {
  return `w${randomUUID().replaceAll("-", "").slice(0, 12)}`;
}

/** Puts customers straight into the database, with any moment of creation; answers their ids in order. */
export async function insertCustomers(client: pg.Client, rows: Row[]): Promise<string[]> {
  const ids = rows.map(() => `cus_${randomUUID().replaceAll("-", "").slice(0, 26).toUpperCase()}`);
  await underChangeSet(client, async () => {
    for (const [index, { groups = [], created_at = new Date(), ...row }] of rows.entries()) {
      const { email, first_name, last_name, company_name, phone, has_account = false } = row;
      await client.query(
        `insert into customer (id, email, first_name, last_name, company_name, phone, has_account, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [
          ids[index],
          email === undefined ? `${randomUUID()}@example.com` : email,
          ...[first_name, last_name, company_name, phone, has_account, created_at],
        ],
      );
      for (const group of groups)
        await client.query(
          "insert into customer_group_member (group_id, customer_id) values ($1, $2)",
          [group, ids[index]],
        );
    }
  });
  return ids;
}

/** Changes a customer as somebody else would. */
export async function changeCustomer(
  client: pg.Client,
  id: string,
  column: "email" | "first_name" | "last_name" | "company_name" | "phone",
  value: string | null,
): Promise<void> {
  await underChangeSet(client, async () => {
    await client.query(`update customer set ${column} = $2 where id = $1`, [id, value]);
  });
}

export const searchBox = (page: Page) => page.getByRole("searchbox", { name: "Search customers" });

/** The rows of the list. */
export const rows = (page: Page) =>
  page.getByRole("grid", { name: "Customers" }).locator("tbody tr");

/** One cell of the list, by its row (from 0) and the head of its column. */
export function cell(page: Page, row: number, column: Column) {
  return rows(page)
    .nth(row)
    .locator(`[aria-colindex="${COLUMNS.indexOf(column) + 1}"]`);
}

const COLUMNS = [
  "Name",
  "E-mail",
  "Phone",
  "Company",
  "Account",
  "Groups",
  "Created",
  "Updated",
] as const;
type Column = (typeof COLUMNS)[number];
