/** A page of a list: what every list of every door answers. */
export type Page<T> = { rows: T[]; count: number; offset: number; limit: number };

/** Instants in ISO 8601; several combine with AND. */
export type DateRange = { gt?: string; gte?: string; lt?: string; lte?: string };

export type Order<Field extends string> = { field: Field; descending: boolean };

/** The page numbers around this one, all within 1 … last. A list without rows has one page. */
export function pagesAround(page: number, size: number, count: number) {
  const last = Math.max(1, Math.ceil(count / size));
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
