import { searchText } from "../listing";

const GROUP_PAGE_SIZES = [20, 50, 100] as const;

/** What a searched, paged list below /groups shows: everything that its address says. */
export type GroupListState = { q: string; page: number; size: number };

type Params = Record<string, string | string[] | undefined>;

/** The list an address asks for. What makes no sense falls back; a parameter that comes twice counts once. */
export function readGroupList(params: Params): GroupListState {
  const first = (name: string) => [params[name]].flat()[0] ?? "";
  const page = first("page");
  return {
    q: searchText(first("q")),
    page: /^\d{1,9}$/.test(page) ? Math.max(1, Number(page)) : 1,
    size: GROUP_PAGE_SIZES.find((size) => String(size) === first("size")) ?? GROUP_PAGE_SIZES[0],
  };
}

/** The address of this list; what is as usual is left out. */
export function groupListHref(path: string, { q, page, size }: GroupListState): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (size !== GROUP_PAGE_SIZES[0]) params.set("size", String(size));
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `${path}?${params}` : path;
}
