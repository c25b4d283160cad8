import "server-only";
import type { Tx } from "../db";

/** What an import's change sets are called; what became of its rows since is told by everybody else's. */
export const IMPORT_KIND = "import.medusa";
/** The same password under a new hash is no edit. */
const REHASH = "customer.rehash";

type Fate = { imported: boolean; edited: boolean; removed: boolean };
/** Row id → what the history says of it. */
export type Past = Map<string, Fate>;

/** What the history says of these rows of a table. */
export async function pastOf(tx: Tx, table: string, rowIds: string[]): Promise<Past> {
  if (rowIds.length === 0) return new Map();
  // row by row on purpose: a plan for all of them at once would be made from a guess at how many there are
  const rows = await tx.$queryRaw<({ rowId: string } & Fate)[]>`
    select w.row_id as "rowId", f.imported, f.edited, f.removed from unnest(${rowIds}::text[]) w (row_id)
    cross join lateral (
      select count(*) as n,
        bool_or(s.kind = ${IMPORT_KIND} and r.op = 'insert') as imported,
        bool_or(s.kind not in (${IMPORT_KIND}, ${REHASH}) and r.op = 'update') as edited,
        bool_or(r.op = 'delete') as removed
      from change_row r join change_set s on s.id = r.set_id
      where r.table_name = ${table} and r.row_id = w.row_id and s.undoes is null and s.undone_by is null) f
    where f.n > 0`;
  return new Map(rows.map(({ rowId, ...fate }) => [rowId, fate]));
}

/** Why a row that differs from its source is left as it is here; null when it came from there and nobody touched it. */
export function keeper(past: Past, rowId: string): string | null {
  const fate = past.get(rowId);
  if (!fate?.imported) return "Something else has this id here; it was not imported.";
  return fate.edited ? "It was edited here since; both sides differ." : null;
}
