"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type GridStep, gridStep } from "./grid-key";
import { GridRowView } from "./grid-row";
import {
  type CellEdit,
  type CellPlace,
  type GridColumn,
  type GridRow,
  placeKey,
  type SaveCell,
} from "./types";
import { UnsavedGuard } from "./unsaved-guard";
import { useCellEdits } from "./use-cell-edits";
import { useGridEditing } from "./use-grid-editing";
import { useHeldRows } from "./use-held-rows";
import { cellOf, useRovingFocus } from "./use-roving-focus";

export type GridProps<Row extends GridRow> = {
  label: string;
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  /** How many rows there are in all, and how many come before these. */
  total: number;
  offset: number;
  /** Which list this is: while it stays the same, rows do not move under somebody's hands. */
  list: string;
  rowLabel: (row: Row) => string;
  /** Ctrl+Enter on a row, and Enter on its first cell where that cannot be edited. */
  onOpen: (row: Row) => void;
  /** A row on the page is known to be older than what is saved: asks for the rows anew. */
  onStale?: () => void;
  /** Without it nothing can be edited. */
  save?: SaveCell<Row>;
  className?: string;
  headClassName?: string;
  rowClassName?: string;
};

/**
 * A table that is also an ARIA grid: one tab stop, arrow keys, cells that are edited in place and saved one by one.
 * It knows rows, columns and fields, and nothing of what they mean.
 */
export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const { label, columns, total, offset, list, rowLabel, onOpen, onStale, save } = props;
  const table = useRef<HTMLTableElement>(null);
  const [inside, setInside] = useState(false);
  const focus = useRovingFocus(table);
  const cells = useCellEdits(save);
  const rows = useHeldRows(props.rows, cells.saved, list, inside);
  const byRow = useEditsByRow(cells.edits);
  const { editing, said, actions } = useGridEditing({
    ...{ columns, rows, rowLabel, cells, focus, onStale },
    editable: save !== undefined,
    cellAt: (place) =>
      table.current?.querySelector<HTMLTableCellElement>(
        `[data-cell="${CSS.escape(placeKey(place))}"]`,
      ),
  });

  function onKeyDown(event: KeyboardEvent) {
    const cell = cellOf(event.target);
    if (!cell || editing || (event.target !== cell && event.key !== "Escape")) return;
    const place = placeOf(cell);
    const edit = cells.edits.get(placeKey(place));
    const step = gridStep(event.nativeEvent, edit);
    if (!step) return;
    // The letter itself goes into the editor that has just opened.
    if (step.do === "type") return void actions.start(place, true);
    event.preventDefault();
    take(step, cell, place, edit);
  }

  function take(step: GridStep, cell: HTMLTableCellElement, place: CellPlace, edit?: CellEdit) {
    if (step.do === "move") return focus.move(cell, step.key);
    if (step.do === "empty") return actions.start(place, true);
    if (step.do === "give-up") return actions.giveUp(place);
    if (step.do === "edit" && actions.start(place)) return;
    if (step.do === "theirs" && edit?.state === "conflict") return actions.theirs(place, edit);
    if (step.do === "mine" && edit?.state === "conflict") return actions.mine(place, edit);
    const row = rows.find(({ id }) => id === place.id);
    if (row && (step.do === "open" || cell.cellIndex === 0)) onOpen(row);
  }

  function onCopy(event: React.ClipboardEvent) {
    const cell = cellOf(event.target);
    if (!cell || editing || !(getSelection()?.isCollapsed ?? true)) return;
    const place = placeOf(cell);
    const row = rows.find(({ id }) => id === place.id);
    const column = columns.find(({ key }) => key === place.column);
    if (!row || !column) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", column.text(row));
    actions.say("Copied.");
  }

  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with keys
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-readonly={save ? undefined : true}
        className={props.className}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onClick={(event) => {
          const cell = cellOf(event.target);
          if (cell && event.target instanceof Element && event.target.closest("[data-edit]"))
            actions.start(placeOf(cell));
        }}
        onDoubleClick={(event) => {
          const cell = cellOf(event.target);
          if (cell && !editing && !isNote(event.target)) actions.start(placeOf(cell));
        }}
        onFocus={(event) => {
          setInside(true);
          focus.onFocus(event.target);
        }}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return;
          focus.onBlur();
          setInside(false);
        }}
      >
        <thead className={props.headClassName}>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                aria-colindex={index + 1}
                aria-sort={column.sorted}
                className={column.headClassName}
              >
                {column.head ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRowView
              key={row.id}
              {...{ row, columns, actions }}
              index={offset + index + 2}
              first={index === 0}
              readOnly={!save}
              editing={editing?.id === row.id ? editing : null}
              edits={byRow(row.id)}
              className={props.rowClassName}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className="sr-only">
        {said.urgent ? "" : said.text}
      </p>
      <p role="alert" className="sr-only">
        {said.urgent ? said.text : ""}
      </p>
      <UnsavedGuard edits={cells.edits} />
    </>
  );
}

function placeOf(cell: HTMLTableCellElement): CellPlace {
  const [id = "", column = ""] = (cell.dataset.cell ?? "").split(" ");
  return { id, column };
}

function isNote(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[popover]") !== null;
}

/** All edits for a row that has some, nothing for the others: those need not render again. */
function useEditsByRow(edits: ReadonlyMap<string, CellEdit>) {
  const touched = useMemo(
    () => new Set([...edits.keys()].map((key) => key.split(" ")[0])),
    [edits],
  );
  return (id: string) => (touched.has(id) ? edits : undefined);
}
