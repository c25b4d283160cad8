import { trimBlanks } from "../text";

const GROUP_PAGE_SIZES = [20, 50, 100] as const;

/** What a searched, paged list below /groups shows: everything that its address says. */
export type GroupListState = { q: string; page: number; size: number };

type Params = Record<string, string | string[] | undefined>;

/** The list an address asks for. What makes no sense falls back; a parameter that comes twice counts once. */
export function readGroupList(params: Params): GroupListState {
  const first = (name: string) => [params[name]].flat()[0] ?? "";
  const page = first("page");
  return {
    q: cleanText(first("q")),
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

/** The last page that has rows, or 1. */
export function lastPage(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no database can hold them
  const plain = text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
  return [...trimBlanks(plain)].slice(0, 200).join("");
}
