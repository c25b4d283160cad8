import { trimBlanks } from "./text";

/** A page of a list: what every list of every door answers. */
export type Page<T> = { rows: T[]; count: number; offset: number; limit: number };

/** Instants in ISO 8601; several combine with AND. */
export type DateRange = { gt?: string; gte?: string; lt?: string; lte?: string };

export type Order<Field extends string> = { field: Field; descending: boolean };

/** The page numbers around this one, all within 1 … last. A list without rows has one page. */
export function pagesAround(page: number, size: number, count: number) {
  const last = lastPage(count, size);
  const current = Math.min(Math.max(1, page), last);
  return {
    current,
    last,
    previous: current > 1 ? current - 1 : null,
    next: current < last ? current + 1 : null,
    from: count === 0 ? 0 : (current - 1) * size + 1,
    to: Math.min(current * size, count),
  };
}

/** The last page that has rows, or 1. */
export function lastPage(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

/** What an address searches for, without what no database can hold; a control character parts words as a blank does. */
export function searchText(text: string): string {
  const plain = text.toWellFormed().replace(/\p{Cc}/gu, " ");
  return [...trimBlanks(plain)].slice(0, LONGEST_SEARCH).join("");
}

const LONGEST_SEARCH = 200;
