type Param = string | string[] | undefined;

/** The record's query: the list one came from, as it was given, and where the timeline stands. */
export function recordQuery(params: { list: Param; before?: string; after?: string }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first) query.set(name, first);
  }
  return query.size > 0 ? `?${query}` : "";
}
