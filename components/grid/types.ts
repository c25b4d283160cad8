import type { ReactNode } from "react";
import type { ActionResult } from "@/lib/action-result";

/** A row of any noun; a higher version is newer. */
export type GridRow = { id: string; version: number };

/** One field that is typed into a cell. */
export type GridField = { name: string; label: string; inputMode?: "text" | "email" | "tel" };

export type GridColumn<Row> = {
  key: string;
  label: string;
  /** What the head shows instead of the label, such as a link that sorts. */
  head?: ReactNode;
  sorted?: "ascending" | "descending";
  render: (row: Row) => ReactNode;
  /** The cell as plain text, for copying. */
  text: (row: Row) => string;
  /** What is typed into the cell, in this order; a column without is only read. */
  fields?: readonly GridField[];
  className?: string;
  headClassName?: string;
};

export type CellValues = Record<string, string | null>;

/** Saves some fields of a row; `base` holds what they were when the edit began. */
export type SaveCell<Row> = (
  id: string,
  values: CellValues,
  base: CellValues,
) => Promise<ActionResult<Row>>;

/** What somebody typed into a cell that is not yet, or could not be, saved. */
export type CellEdit = {
  values: CellValues;
  base: CellValues;
} & (
  | { state: "saving" }
  | { state: "refused" | "unreachable" | "signed_out"; message: string }
  | { state: "conflict"; message: string; theirs: CellValues }
);

export type CellPlace = { id: string; column: string };

export function placeKey({ id, column }: CellPlace): string {
  return `${id} ${column}`;
}
