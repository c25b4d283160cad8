"use client";

import { memo } from "react";
import { GridCell } from "./grid-cell";
import { type CellEdit, type GridColumn, type GridRow, placeKey } from "./types";
import type { Editing, GridActions } from "./use-grid-editing";

type GridRowProps<Row extends GridRow> = {
  row: Row;
  columns: readonly GridColumn<Row>[];
  /** From 1, the head counted, over all pages. */
  index: number;
  first: boolean;
  readOnly: boolean;
  editing: Editing | null;
  /** The edits of this row by place; the same object while none of them changes. */
  edits: ReadonlyMap<string, CellEdit> | undefined;
  actions: GridActions;
  className?: string;
};

function Row<R extends GridRow>(props: GridRowProps<R>) {
  const { row, columns, index, first, editing, edits, className, ...rest } = props;
  return (
    <tr aria-rowindex={index} className={className}>
      {columns.map((column, at) => (
        <GridCell
          key={column.key}
          {...{ row, column, ...rest }}
          index={at}
          head={at === 0}
          tabStop={first && at === 0}
          editing={editing?.column === column.key ? editing : null}
          edit={edits?.get(placeKey({ id: row.id, column: column.key }))}
        />
      ))}
    </tr>
  );
}

export const GridRowView = memo(Row) as typeof Row;
