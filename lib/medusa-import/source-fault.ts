import { DomainError } from "../errors";

const MAY_NOT_READ = "42501";

/** What went wrong at the source in one sentence, without what the database said of values; rules stay as they are. */
export function sourceFault(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code, message = "" } = error as { code?: string; message?: string };
  const table = /permission denied for \w+ (\S+)/.exec(message)?.[1];
  if (code === MAY_NOT_READ)
    return new DomainError(
      "invalid",
      `The user in the address to read from may not read there${table ? ` (${table})` : ""}.`,
      { cause: error },
    );
  return new DomainError(
    "unavailable",
    `The database to read from did not answer as it should (${code ?? message}). What was brought along stays; the same command goes on from there.`,
    { cause: error },
  );
}
