"use client";

import { CircleAlert } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import { CellEditor } from "./cell-editor";
import { CellNote } from "./cell-note";
import { type CellEdit, type GridColumn, type GridRow, placeKey } from "./types";
import { valuesOf } from "./use-cell-edits";
import type { GridActions } from "./use-grid-editing";

type GridCellProps<Row extends GridRow> = {
  row: Row;
  column: GridColumn<Row>;
  index: number;
  /** The first column names its row. */
  head: boolean;
  tabStop: boolean;
  readOnly: boolean;
  editing: { empty: boolean } | null;
  edit: CellEdit | undefined;
  actions: GridActions;
};

export function GridCell<Row extends GridRow>(props: GridCellProps<Row>) {
  const { row, column, index, head, tabStop, readOnly, editing, edit, actions } = props;
  const place = { id: row.id, column: column.key };
  const key = placeKey(place);
  const noteId = `note-${key.replace(" ", "-")}`;
  const unsaved = edit && edit.state !== "saving";
  const noted = unsaved && !(editing && edit.state === "conflict");
  const shown = edit ? { ...row, ...edit.values } : row;
  const Cell = head ? "th" : "td";
  return (
    <Cell
      data-cell={key}
      scope={head ? "row" : undefined}
      tabIndex={tabStop ? 0 : -1}
      aria-colindex={index + 1}
      aria-readonly={readOnly || !column.fields || undefined}
      aria-busy={edit?.state === "saving" || undefined}
      aria-invalid={unsaved || undefined}
      aria-describedby={noted ? noteId : undefined}
      className={classNames(
        "relative scroll-my-16 text-start font-normal -outline-offset-2 focus:outline-2 focus:outline-focus",
        column.className,
        unsaved && (edit.state === "conflict" ? "bg-warn-soft" : "bg-danger-soft"),
      )}
    >
      {editing && column.fields ? (
        <CellEditor
          fields={column.fields}
          values={valuesOf(
            shown,
            column.fields.map(({ name }) => name),
          )}
          empty={editing.empty}
          problem={noted ? noteId : undefined}
          onFinish={(typed, move) => actions.finish(place, typed, move)}
          onCancel={() => actions.cancel(place)}
        />
      ) : null}
      {column.render(shown)}
      {edit?.state === "saving" && (
        <Spinner className="absolute inset-y-0 right-1 my-auto size-3 text-muted" />
      )}
      {unsaved && (
        <CircleAlert
          aria-hidden
          className={classNames(
            "absolute inset-y-0 right-1 my-auto size-3.5",
            edit.state === "conflict" ? "text-warn" : "text-danger",
          )}
        />
      )}
      {noted && <CellNote id={noteId} {...{ place, edit, actions }} />}
    </Cell>
  );
}
