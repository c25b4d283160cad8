"use client";

import { useMemo, useState } from "react";
import type { GridRow } from "./types";

/**
 * The rows to show: the page's, or what was just saved where that is newer. While somebody works in the table and
 * the list stays the same, a row that no longer belongs there (or belongs elsewhere) keeps its place.
 */
export function useHeldRows<Row extends GridRow>(
  fresh: readonly Row[],
  saved: ReadonlyMap<string, Row>,
  list: string,
  busy: boolean,
): readonly Row[] {
  const [seen, setSeen] = useState({ fresh, list });
  const [placed, setPlaced] = useState(fresh);
  if (seen.fresh !== fresh) {
    setSeen({ fresh, list });
    setPlaced(busy && seen.list === list ? inPlace(placed, fresh) : fresh);
  }
  return useMemo(() => placed.map((row) => newer(row, saved.get(row.id))), [placed, saved]);
}

function inPlace<Row extends GridRow>(placed: readonly Row[], fresh: readonly Row[]): Row[] {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  return placed.map((row) => byId.get(row.id) ?? row);
}

function newer<Row extends GridRow>(row: Row, other: Row | undefined): Row {
  return other && other.version > row.version ? other : row;
}
