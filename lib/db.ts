import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";

export type Tx = Prisma.TransactionClient;

const shared = globalThis as unknown as { clienteleDb?: PrismaClient };

/** The one client of this process. */
export function db(): PrismaClient {
  shared.clienteleDb ??= new PrismaClient({
    adapter: new PrismaPg(newPool(), { disposeExternalPool: true }),
    errorFormat: "minimal",
  });
  return shared.clienteleDb;
}

/**
 * Waits are bounded on both sides, so that a frozen database is an answer after seconds and never a request that
 * hangs.
 */
function newPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().CLIENTELE_POOL_SIZE,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 8_000,
    statement_timeout: 7_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection that dies between two statements says so by an event, which would end the process if nobody
  // listened; whoever uses the connection next is told anyway.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
