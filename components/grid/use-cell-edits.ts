"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { ActionResult } from "@/lib/action-result";
import { refusedEdit } from "./refused-edit";
import {
  type CellEdit,
  type CellPlace,
  type CellValues,
  type GridRow,
  placeKey,
  type SaveCell,
} from "./types";

/**
 * What was typed into cells and where it stands: shown at once, kept until the server has taken it.
 * Saves of one cell wait for each other, so that the second begins from what the first became.
 */
export function useCellEdits<Row extends GridRow>(save: SaveCell<Row> | undefined) {
  const [edits, setEdits] = useState<ReadonlyMap<string, CellEdit>>(new Map());
  const [saved, setSaved] = useState<ReadonlyMap<string, Row>>(new Map());
  const running = useRef(new Map<string, Promise<Row | null>>());

  const put = useCallback((place: CellPlace, edit: CellEdit | null) => {
    setEdits((all) => {
      const next = new Map(all);
      if (edit) next.set(placeKey(place), edit);
      else next.delete(placeKey(place));
      return next;
    });
  }, []);

  /** Shows this row from now on, until the page brings a newer one. */
  const keepRow = useCallback((row: Row) => {
    setSaved((all) => new Map(all).set(row.id, row));
  }, []);

  /** Answers null when it is saved, the refused edit when not, and nothing when a later save of the cell has taken over. */
  const commit = useCallback(
    async (place: CellPlace, values: CellValues, base: CellValues) => {
      if (!save) return;
      const key = placeKey(place);
      const before = running.current.get(key);
      let began = base;
      let result: ActionResult<Row> | null = null;
      const work = async (): Promise<Row | null> => {
        const first = await before;
        if (first) began = valuesOf(first, Object.keys(base));
        result = await answer(() => save(place.id, values, began));
        return result?.ok ? result.data : null;
      };
      put(place, { state: "saving", values, base });
      const turn = work();
      running.current.set(key, turn);
      const row = await turn;
      if (row) keepRow(row);
      if (running.current.get(key) !== turn) return;
      running.current.delete(key);
      const edit = row ? null : refusedEdit(result, values, began);
      put(place, edit);
      return edit;
    },
    [save, put, keepRow],
  );

  return { edits, saved, commit, put, keepRow };
}

/** What the server said, or null when it could not be reached. */
async function answer<Row>(
  save: () => Promise<ActionResult<Row>>,
): Promise<ActionResult<Row> | null> {
  try {
    return await save();
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

/** These fields of a row as they are. */
export function valuesOf<Row>(row: Row, names: readonly string[]): CellValues {
  const values = row as Record<string, string | null>;
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
