"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
  type CellEdit,
  type CellPlace,
  type CellValues,
  type GridColumn,
  type GridRow,
  placeKey,
} from "./types";
import type { useCellEdits } from "./use-cell-edits";
import { valuesOf } from "./use-cell-edits";
import type { useRovingFocus } from "./use-roving-focus";

type Options<Row extends GridRow> = {
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  rowLabel: (row: Row) => string;
  editable: boolean;
  cells: ReturnType<typeof useCellEdits<Row>>;
  focus: ReturnType<typeof useRovingFocus>;
  onStale: (() => void) | undefined;
  cellAt: (place: CellPlace) => HTMLTableCellElement | null | undefined;
};

export type Editing = CellPlace & { empty: boolean };
export type Said = { text: string; urgent: boolean };
type Conflict = CellEdit & { state: "conflict" };

/** Which cell is being edited, and what may be done with what was typed. The actions never change their identity. */
export function useGridEditing<Row extends GridRow>(options: Options<Row>) {
  const { columns, rows, rowLabel, editable, cells, focus, onStale, cellAt } = options;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<Said>({ text: "", urgent: false });

  function focusPlace(place: CellPlace) {
    const cell = cellAt(place);
    if (cell) focus.focus(cell);
  }

  async function save(
    place: CellPlace,
    values: CellValues,
    base: CellValues,
    landed: Element | null,
  ) {
    const name = nameOf(place);
    const edit = await cells.commit(place, values, base);
    if (edit === undefined) return;
    const text =
      edit && "message" in edit ? `${name} not saved. ${edit.message}` : `${name} saved.`;
    setSaid({ text, urgent: edit !== null });
    // Back to what was refused, unless somebody has gone on to something else meanwhile.
    if (edit && landed && document.activeElement === landed) focusPlace(place);
  }

  function submit(place: CellPlace, typed: CellValues, landed: Element | null) {
    const row = rows.find(({ id }) => id === place.id);
    if (!row) return;
    const edit = cells.edits.get(placeKey(place));
    const theirs = edit?.state === "conflict" ? edit.theirs : {};
    const base = { ...valuesOf(row, Object.keys(typed)), ...edit?.base, ...theirs };
    const changed = Object.keys(typed).filter((name) => typed[name] !== base[name]);
    if (changed.length === 0) {
      if (edit?.state === "conflict") showTheirs(place, edit);
      else if (edit?.state !== "saving") cells.put(place, null);
      return;
    }
    void save(place, pick(typed, changed), pick(base, changed), landed);
  }

  /** What is known of theirs at once, and the whole row as soon as the page has it. */
  function showTheirs(place: CellPlace, { theirs }: Conflict) {
    const row = rows.find(({ id }) => id === place.id);
    // Half a version newer than what is shown here, and older than whatever the page brings next.
    if (row) cells.keepRow({ ...row, ...theirs, version: row.version + 0.5 });
    cells.put(place, null);
    onStale?.();
  }

  function nameOf(place: CellPlace): string {
    const row = rows.find(({ id }) => id === place.id);
    const column = columns.find(({ key }) => key === place.column);
    return `${column?.label ?? ""} of ${row ? rowLabel(row) : ""}`;
  }

  const actions = {
    /** Opens the editor at once, so that the letter which began it lands there. False where nothing can be edited. */
    start(place: CellPlace, empty = false): boolean {
      const column = columns.find(({ key }) => key === place.column);
      if (!editable || !column?.fields) return false;
      flushSync(() => setEditing({ ...place, empty }));
      return true;
    },
    /** Saves what changed and moves by this key; without one the focus stays where somebody has put it. */
    finish(place: CellPlace, typed: CellValues, key: string | null) {
      const cell = key === null ? null : cellAt(place);
      if (cell) focus.move(cell, key ?? "");
      setEditing(null);
      submit(place, typed, cell ? document.activeElement : null);
    },
    cancel(place: CellPlace) {
      focusPlace(place);
      setEditing(null);
    },
    giveUp(place: CellPlace) {
      focusPlace(place);
      cells.put(place, null);
    },
    again(place: CellPlace, edit: CellEdit) {
      focusPlace(place);
      void save(place, edit.values, edit.base, null);
    },
    theirs(place: CellPlace, edit: Conflict) {
      focusPlace(place);
      showTheirs(place, edit);
    },
    mine(place: CellPlace, { values, base, theirs }: Conflict) {
      focusPlace(place);
      void save(place, values, { ...base, ...theirs }, null);
    },
    say: (text: string) => setSaid({ text, urgent: false }),
  };

  return { editing, said, actions: useSteady(actions) };
}

export type GridActions = ReturnType<typeof useGridEditing>["actions"];

function pick(values: CellValues, names: string[]): CellValues {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

/** The same functions for ever, each doing what the newest render says; so rows need not render again for them. */
function useSteady<T extends Record<string, (...args: never[]) => unknown>>(actions: T): T {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  return useMemo(() => {
    const call =
      (name: string) =>
      (...args: never[]) =>
        newest.current[name]?.(...args);
    return Object.fromEntries(Object.keys(newest.current).map((name) => [name, call(name)])) as T;
  }, []);
}
