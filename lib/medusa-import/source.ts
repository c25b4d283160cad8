import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { type Columns, type Generation, generationOf, readColumns } from "./source-columns";
import { sourceFault } from "./source-fault";
import type { SourceCustomer, SourceGroup, SourcePage } from "./source-rows";
import { groupsQuery } from "./source-text";
import { addressesV1, customersV1, membersV1 } from "./source-v1";
import { addressesV2, customersV2, membersV2 } from "./source-v2";

const SESSION = `set default_transaction_read_only = on; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'`;

/** A Medusa database as it was at one moment, to be read and nothing else. */
export type Source = {
  generation: Generation;
  /** Tells this database from others, also when its address changes. */
  fingerprint: string;
  client: pg.Client;
  countCustomers: () => Promise<number>;
  groups: () => Promise<SourceGroup[]>;
  /** Customers behind this id in the order of ids, so many at a time, with everything that is theirs. */
  pages: (afterId: string | null, size: number) => AsyncGenerator<SourcePage>;
  close: () => Promise<void>;
};

/**
 * Opens the database at this address in one read-only snapshot, whose memory does not grow with the shop. Throws
 * what `refuse` throws once it is connected, `invalid` when it is no Medusa shop's, `unavailable` when it cannot be
 * read.
 */
export async function openSource(
  url: string,
  refuse: (client: pg.Client) => Promise<void> = async () => {},
): Promise<Source> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "clientele import",
  });
  // a connection that breaks while idle says so by an event; the next query reports it
  client.on("error", () => {});
  const close = () => client.end().catch(() => {});
  try {
    await client.connect();
    await client.query(SESSION);
    await refuse(client);
    await client.query("begin transaction isolation level repeatable read, read only");
    const columns = await readColumns(client);
    const generation = generationOf(columns);
    const fingerprint = await fingerprintOf(client, url);
    return { generation, fingerprint, client, close, ...readers(client, columns, generation) };
  } catch (error) {
    await close();
    throw sourceFault(error);
  }
}

function readers(client: pg.Client, columns: Columns, generation: Generation) {
  return {
    async countCustomers() {
      const { rows } = await told(client.query("select count(*)::int as n from customer"));
      return rows[0].n as number;
    },
    async groups() {
      if (!columns.has("customer_group")) return [];
      return (await told(client.query<SourceGroup>(groupsQuery(columns)))).rows;
    },
    async *pages(afterId: string | null, size: number) {
      const query = generation === "v1" ? customersV1(columns) : customersV2(columns);
      await told(client.query(`declare people no scroll cursor for ${query}`, [afterId]));
      for (;;) {
        const next = client.query<SourceCustomer>(`fetch ${Number(size)} from people`);
        const customers = (await told(next)).rows;
        if (customers.length === 0) break;
        yield { customers, ...(await told(belongings(client, columns, generation, customers))) };
      }
      await told(client.query("close people"));
    },
  };
}

async function belongings(
  client: pg.Client,
  columns: Columns,
  generation: Generation,
  all: SourceCustomer[],
) {
  const customers = all.filter(({ deletedAt }) => deletedAt === null);
  const ids = customers.map(({ id }) => id);
  if (generation === "v1")
    return {
      addresses: await addressesV1(client, columns, customers),
      members: await membersV1(client, columns, ids),
    };
  return {
    addresses: await addressesV2(client, columns, ids),
    members: await membersV2(client, columns, ids),
  };
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw sourceFault(error);
  }
}

/** The cluster's own number where it may be asked for, else the address without name and password. */
async function fingerprintOf(client: pg.Client, url: string): Promise<string> {
  const { rows: allowed } = await client.query(
    "select has_function_privilege('pg_control_system()', 'execute') as yes",
  );
  const cluster = allowed[0].yes
    ? (await client.query("select system_identifier::text as id from pg_control_system()")).rows[0]
        .id
    : new URL(url).host;
  const { rows } = await client.query(
    "select oid::text, datname, current_schema() as schema from pg_database where datname = current_database()",
  );
  const parts = [cluster, rows[0].oid, rows[0].datname, rows[0].schema];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
