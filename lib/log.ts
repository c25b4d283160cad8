import "server-only";

/**
 * One line about an error that no rule foresaw. Only its kind, code and place: Prisma's messages hold whole
 * arguments and PostgreSQL's hold values, which must not stand in a log.
 */
export function logUnforeseen(where: string, error: unknown): void {
  const e = error as { name?: string; code?: string; stack?: string };
  const place = (e?.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
  console.error(JSON.stringify({ level: "error", where, name: e?.name, code: e?.code, place }));
}
