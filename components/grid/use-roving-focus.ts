"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

type Place = { row: number; column: number };
type Size = { rows: number; columns: number; page: number };

const MOVES: Record<string, (at: Place, size: Size) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: row - page, column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  "Ctrl+Home": () => ({ row: 0, column: 0 }),
  "Ctrl+End": (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

/** One cell of the body is the table's one tab stop; keys move it. The browser's focus is the truth, nothing is kept beside it. */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>) {
  const last = useRef<{ cell: HTMLTableCellElement; place: Place; focused: boolean }>(null);

  const mark = useCallback(
    (cell: HTMLTableCellElement, focused: boolean) => {
      for (const other of table.current?.querySelectorAll("tbody [tabindex='0']") ?? [])
        if (other !== cell && other.matches("[data-cell]")) other.setAttribute("tabindex", "-1");
      cell.setAttribute("tabindex", "0");
      last.current = { cell, place: placeOf(cell), focused };
    },
    [table],
  );

  const focus = useCallback(
    (cell: HTMLTableCellElement) => {
      mark(cell, true);
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    [mark],
  );

  // Rows come and go below the focus: the tab stop stays where it was, or takes the place that is left.
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    if (!body?.rows.length) return;
    if (last.current?.cell.isConnected) return mark(last.current.cell, last.current.focused);
    const { place = { row: 0, column: 0 }, focused = false } = last.current ?? {};
    const cell = cellAt(body, place);
    if (focused && document.activeElement === document.body) focus(cell);
    else mark(cell, false);
  });

  /** Moves for this key; false when the key moves nothing. */
  const move = useCallback(
    (cell: HTMLTableCellElement, key: string): boolean => {
      const body = table.current?.tBodies[0];
      const step = MOVES[key];
      if (!step || !body) return false;
      const size = {
        rows: body.rows.length,
        columns: cell.parentElement?.children.length ?? 0,
        page: pageOf(cell),
      };
      focus(visible(body, step(placeOf(cell), size), cell, key));
      return true;
    },
    [table, focus],
  );

  const onFocus = useCallback(
    (target: EventTarget) => {
      const cell = cellOf(target);
      if (cell) mark(cell, true);
    },
    [mark],
  );
  const onBlur = useCallback(() => {
    if (last.current) last.current.focused = false;
  }, []);

  return { focus, move, onFocus, onBlur };
}

/** The body cell around an element of the table. */
export function cellOf(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>("[data-cell]") : null;
}

function placeOf(cell: HTMLTableCellElement): Place {
  const row = cell.parentElement as HTMLTableRowElement;
  return { row: row.sectionRowIndex, column: cell.cellIndex };
}

function cellAt(body: HTMLTableSectionElement, place: Place): HTMLTableCellElement {
  const row = body.rows[clamp(place.row, body.rows.length)] as HTMLTableRowElement;
  return row.cells[clamp(place.column, row.cells.length)] as HTMLTableCellElement;
}

/** Cells that a narrow screen leaves out are stepped over. */
function visible(
  body: HTMLTableSectionElement,
  place: Place,
  from: HTMLTableCellElement,
  key: string,
): HTMLTableCellElement {
  const step = key === "ArrowLeft" || key.endsWith("End") ? -1 : 1;
  const columns = body.rows[0]?.cells.length ?? 0;
  for (let column = place.column; column >= 0 && column < columns; column += step) {
    const cell = cellAt(body, { ...place, column });
    if (cell.offsetParent !== null) return cell;
  }
  return from;
}

/** As many rows as the window shows. */
function pageOf(cell: HTMLTableCellElement): number {
  return Math.max(1, Math.floor(window.innerHeight / (cell.offsetHeight || 40)) - 3);
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(0, index), length - 1);
}
