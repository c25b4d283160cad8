import { DomainError } from "./errors";

type Adapter = {
  kind?: string;
  originalCode?: string;
  constraint?: { fields?: string[]; index?: string; foreignKey?: object };
};
type DatabaseError = {
  name?: string;
  code?: string;
  message?: string;
  meta?: { target?: string | string[]; code?: string; driverAdapterError?: { cause?: Adapter } };
  cause?: unknown;
};

/**
 * The columns or the index of a violated unique rule, unquoted; null when this error is something else.
 * With a driver adapter Prisma 7 leaves `meta.target` empty and tells columns (quoted) or index in the
 * adapter's cause; older shapes and raw queries tell it elsewhere. An empty list still means "already exists".
 */
export function uniqueViolation(error: unknown): string[] | null {
  const e = error as DatabaseError | null;
  const cause = adapterCause(e);
  const isUnique =
    e?.code === "P2002" ||
    e?.code === "23505" ||
    cause?.kind === "UniqueConstraintViolation" ||
    cause?.originalCode === "23505" ||
    (e?.code === "P2010" && e.meta?.code === "23505");
  if (!isUnique) return null;
  const names = cause?.constraint?.fields ?? cause?.constraint?.index ?? e?.meta?.target ?? [];
  return (Array.isArray(names) ? names : [names]).map((name) => name.replaceAll('"', ""));
}

/** True when a row that was pointed to is not there. */
export function foreignKeyViolation(error: unknown): boolean {
  const code = codeOf(error);
  return code === "P2003" || code === "23503";
}

/** True when the same work may simply be done again: deadlock, serialisation, lock wait. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40P01" || code === "40001" || code === "P2034";
}

/** True when another transaction held a lock for longer than we wait. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === "55P03";
}

/** True when a statement took longer than it was given. */
export function isStatementTimeout(error: unknown): boolean {
  return codeOf(error) === "57014";
}

/** True when a regular expression is none. */
export function isRegexFault(error: unknown): boolean {
  return codeOf(error) === "2201B";
}

const UNAVAILABLE = new Set(
  "P1001 P1002 P1008 P1017 P2024 P2028 57P01 57P02 57P03 53300 53100 57014 55P03 08006 08001 ECONNREFUSED ECONNRESET".split(
    " ",
  ),
);
const UNSTORABLE = new Set(
  "P2039 P2007 P2020 P2029 P2000 22021 22P05 22P02 22003 22007 22008 23514".split(" "),
);
const UNAVAILABLE_KINDS = new Set(
  "DatabaseNotReachable ConnectionClosed SocketTimeout TooManyConnections".split(" "),
);
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Unable to start a transaction|Transaction already closed|Can't reach database|Server has closed the connection/i;

/** A database error as a rule for people: 503 when it will pass, 400 when the value cannot be stored; else null. */
export function databaseFault(error: unknown): DomainError | null {
  const e = error as DatabaseError | null;
  const cause = adapterCause(e);
  const codes = [e?.code, e?.meta?.code, cause?.originalCode];
  if (
    UNAVAILABLE_KINDS.has(cause?.kind ?? "") ||
    codes.some((code) => code && UNAVAILABLE.has(code)) ||
    UNAVAILABLE_TEXT.test(e?.message ?? "")
  )
    return new DomainError(
      "unavailable",
      "The database does not answer. Nothing was lost; try again.",
      { cause: error, retryAfter: 2 },
    );
  if (codes.some((code) => code && UNSTORABLE.has(code)))
    return new DomainError("invalid", "A value cannot be stored as it is.", { cause: error });
  return null;
}

function codeOf(error: unknown): string | undefined {
  const e = error as DatabaseError | null;
  return adapterCause(e)?.originalCode ?? e?.meta?.code ?? e?.code;
}

/** What the driver said. A BEGIN or COMMIT that fails comes as the adapter's own error, a query wrapped in Prisma's. */
function adapterCause(e: DatabaseError | null): Adapter | undefined {
  if (e?.name === "DriverAdapterError") return e.cause as Adapter | undefined;
  return e?.meta?.driverAdapterError?.cause;
}
