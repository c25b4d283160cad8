import "server-only";
import { isRegexFault, isStatementTimeout } from "./database-errors";
import { db } from "./db";
import { DomainError } from "./errors";
import type { Prisma } from "./generated/prisma/client";

/** How long a read by somebody's regular expression may take; one can be written that would take forever. */
export const PATTERN_SECONDS = 3;

/** Reads by a regular expression. Throws `invalid` when it is none or takes too long. */
export async function patternRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isRegexFault(error))
      throw new DomainError("invalid", "This is not a regular expression.", { cause: error });
    if (isStatementTimeout(error))
      throw new DomainError(
        "invalid",
        "This regular expression takes too long; use a simpler one.",
        {
          cause: error,
        },
      );
    throw error;
  }
}

/** Reads that together are given no more time for each than a pattern may take. */
export async function withinPatternTime<A, B>([a, b]: [
  Prisma.PrismaPromise<A>,
  Prisma.PrismaPromise<B>,
]): Promise<[A, B]> {
  const [, first, second] = await db().$transaction([
    db().$queryRaw`select set_config('statement_timeout', ${`${PATTERN_SECONDS}s`}, true)`,
    a,
    b,
  ]);
  return [first, second];
}
