import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import prisma from "@prisma/internals";
import { expect, it } from "vitest";
import { db } from "./db";

type Column = { type: string; nullable: boolean; hasDefault: boolean };

/** Tables that the client never reads as models. */
const EXTERNAL = ["_prisma_migrations", "customer_bucket", "customer_delta"];
const SQL_TYPES: Record<string, string> = {
  String: "text",
  Boolean: "boolean",
  Int: "integer",
  BigInt: "bigint",
  Json: "jsonb",
  DateTime: "timestamp with time zone",
};

it("schema.prisma and the migrations describe the same tables", async () => {
  expect(await modelled()).toEqual(await migrated());
});

async function modelled(): Promise<Record<string, Record<string, Column>>> {
  const datamodel = readFileSync(
    fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url)),
    "utf8",
  );
  const dmmf = await prisma.getDMMF({ datamodel });
  return Object.fromEntries(
    dmmf.datamodel.models.map((model) => [
      model.dbName ?? model.name,
      Object.fromEntries(
        model.fields
          .filter((field) => field.kind === "scalar")
          .map((field) => [
            field.dbName ?? field.name,
            {
              type: SQL_TYPES[field.type] ?? field.type,
              nullable: !field.isRequired,
              hasDefault: field.hasDefaultValue,
            },
          ]),
      ),
    ]),
  );
}

async function migrated(): Promise<Record<string, Record<string, Column>>> {
  const rows = await db().$queryRaw<
    { table: string; column: string; type: string; nullable: boolean; hasDefault: boolean }[]
  >`
    select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable,
      column_default is not null or is_generated = 'ALWAYS' or is_identity = 'YES' as "hasDefault"
    from information_schema.columns where table_schema = 'public' and table_name <> all(${EXTERNAL})`;
  const tables: Record<string, Record<string, Column>> = {};
  for (const { table, column, ...rest } of rows) {
    tables[table] ??= {};
    tables[table][column] = rest;
  }
  return tables;
}

it("every unique rule of schema.prisma is one in the database", async () => {
  const indexes = await db().$queryRaw<
    { name: string }[]
  >`select indexname as name from pg_indexes where indexdef like '%UNIQUE%'`;
  const names = indexes.map((index) => index.name);
  expect(names).toEqual(
    expect.arrayContaining([
      "admin_email_key",
      "customer_group_name_key",
      "admin_session_token_hash_key",
      "api_key_token_hash_key",
    ]),
  );
});
