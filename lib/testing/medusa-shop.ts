import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

const ROW = `metadata jsonb, created_at timestamptz not null default '2024-03-01T10:00:00.123Z',
  updated_at timestamptz not null default '2024-04-01T10:00:00Z', deleted_at timestamptz`;
const STREET = `company text, first_name text, last_name text, address_1 text, address_2 text, city text,
  country_code text, province text, postal_code text, phone text`;

/** The tables as Medusa's own migrations make them, as far as customers go. */
const SCHEMAS = {
  v1: `
    create table customer (id varchar primary key, email varchar not null, first_name varchar, last_name varchar,
      billing_address_id varchar unique, password_hash varchar, phone varchar, has_account boolean not null default false, ${ROW});
    create unique index on customer (email, has_account) where deleted_at is null;
    create table address (id varchar primary key, customer_id varchar references customer, ${STREET}, ${ROW});
    create index on address (customer_id);
    create table customer_group (id varchar primary key, name varchar not null, ${ROW});
    create table customer_group_customers (customer_group_id varchar not null references customer_group,
      customer_id varchar not null references customer, primary key (customer_group_id, customer_id));
    create index on customer_group_customers (customer_id)`,
  v2: `
    create table customer (id text primary key, company_name text, first_name text, last_name text, email text, phone text,
      has_account boolean not null default false, created_by text, ${ROW});
    create unique index on customer (email, has_account) where deleted_at is null;
    create table customer_address (id text primary key, customer_id text not null references customer, address_name text,
      is_default_shipping boolean not null default false, is_default_billing boolean not null default false, ${STREET}, ${ROW});
    create index on customer_address (customer_id);
    create table customer_group (id text primary key, name text not null, created_by text, ${ROW});
    create table customer_group_customer (id text primary key default gen_random_uuid(), customer_id text not null,
      customer_group_id text not null, created_by text, ${ROW});
    create index on customer_group_customer (customer_id);
    create table auth_identity (id text primary key, app_metadata jsonb, created_at timestamptz, deleted_at timestamptz);
    create table provider_identity (id text primary key, entity_id text not null, provider text not null,
      auth_identity_id text not null references auth_identity, user_metadata jsonb, provider_metadata jsonb, deleted_at timestamptz,
      unique (entity_id, provider))`,
};

export type MedusaShop = Awaited<ReturnType<typeof aMedusaShop>>;

/** A database of its own with the tables of that generation, or with none. */
export async function aMedusaShop(generation?: keyof typeof SCHEMAS) {
  const superuserUrl = inject("superuserUrl");
  const name = `medusa_${randomUUID().replaceAll("-", "")}`;
  await once(superuserUrl, `create database ${name}`);
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  if (generation) await client.query(SCHEMAS[generation]);
  return {
    url: url.href,
    name,
    sql: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows,
    /** Inserts rows; the columns are those of each row. */
    async add(table: string, ...rows: Record<string, unknown>[]) {
      for (const row of rows) {
        const columns = Object.keys(row).join(", ");
        await client.query(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify(row)],
        );
      }
    },
    async end() {
      await client.end();
      await once(superuserUrl, `drop database ${name} with (force)`);
    },
  };
}

/** All of them. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
