import "server-only";
import { randomInt } from "node:crypto";
import pg from "pg";
import { env } from "../env";
import { DomainError } from "../errors";

const SPACE = 815_002;
const IMPORTING = 0;

/** Holds our database for one import at a time. Throws `busy`. */
export async function claimHere(): Promise<{ client: pg.Client; release: () => Promise<void> }> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "clientele import",
  });
  client.on("error", () => {});
  await client.connect();
  const release = () => client.end().catch(() => {});
  const { rows } = await client.query("select pg_try_advisory_lock($1, $2) as mine", [
    SPACE,
    IMPORTING,
  ]);
  if (rows[0].mine) return { client, release };
  await release();
  throw new DomainError("busy", "Another import into this database is under way.");
}

/**
 * Throws `invalid` when the source (`there`) is our own database, by whatever address: then a lock that is taken here is
 * seen there.
 */
export async function refuseSelf(here: pg.Client, there: pg.Client): Promise<void> {
  const mark = randomInt(1, 2 ** 31);
  await here.query("select pg_advisory_lock($1, $2)", [SPACE, mark]);
  const { rowCount } = await there.query(
    `select from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2
       and database = (select oid from pg_database where datname = current_database())`,
    [SPACE, mark],
  );
  await here.query("select pg_advisory_unlock($1, $2)", [SPACE, mark]);
  if (rowCount)
    throw new DomainError("invalid", "The database to read from is the one Clientele itself uses.");
}
