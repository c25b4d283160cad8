import { searchText } from "../listing";
import { addDays, calendarDay, isTimeZone, startOfDay } from "../time-zone";

export const PAGE_SIZES = [20, 50, 100] as const;
export const LIST_ORDERS = {
  name: "name",
  email: "email",
  created: "createdAt",
  updated: "updatedAt",
} as const;

export type ListOrder = keyof typeof LIST_ORDERS;
type Account = "account" | "guest";

/** What the list shows: everything that its address says. */
export type ListState = {
  q: string;
  account: Account | null;
  /** In any of these groups. */
  groups: string[];
  /** Created on these calendar days, both included, of the zone `tz` (else the reader's own). */
  from: string | null;
  to: string | null;
  tz: string | null;
  sort: ListOrder;
  descending: boolean;
  /** From 1; may lie past the end, the page then shows the last one. */
  page: number;
  size: number;
};

export const LIST_PATH = "/customers";

export const plainList: ListState = {
  q: "",
  account: null,
  groups: [],
  from: null,
  to: null,
  tz: null,
  sort: "created",
  descending: true,
  page: 1,
  size: 20,
};

type Params = Record<string, string | string[] | undefined> | URLSearchParams;

/** The list that an address asks for. What makes no sense falls back; a parameter that comes twice counts once. */
export function readListUrl(params: Params): ListState {
  const all = (name: string) => valuesOf(params, name);
  const first = (name: string) => all(name)[0] ?? "";
  const [from, to] = readDays(first("from"), first("to"));
  const tz = first("tz");
  return {
    q: searchText(first("q")),
    account: ACCOUNTS[first("account")] ?? null,
    groups: readGroups(all("group")),
    from,
    to,
    tz: (from || to) && isTimeZone(tz) ? tz : null,
    ...readSort(first("sort")),
    page: readPage(first("page")),
    size: PAGE_SIZES.find((size) => String(size) === first("size")) ?? plainList.size,
  };
}

/** The one address of this list: what is as usual is left out. */
export function listHref(state: ListState): string {
  const params = listParams(state).toString();
  return params ? `${LIST_PATH}?${params}` : LIST_PATH;
}

/** The list with something changed. Another search, filter, order or size begins on page 1 again. */
export function changeList(state: ListState, patch: Partial<ListState>): ListState {
  return { ...state, page: 1, ...patch };
}

/** The customer's page, which remembers the list one came from. */
export function customerHref(id: string, from: ListState): string {
  return withList(`${LIST_PATH}/${id}`, from);
}

/** The form for a new customer, which leads back to the list one came from. */
export function newCustomerHref(from: ListState): string {
  return withList(`${LIST_PATH}/new`, from);
}

/** From a record back to the list one came from: the address for the record's `list` parameter, whatever it holds. */
export function backToList(list: string | string[] | undefined): string {
  const text = Array.isArray(list) ? list[0] : list;
  return listHref(readListUrl(new URLSearchParams(text ?? "")));
}

export function isFiltered(state: ListState): boolean {
  const { q, account, groups, from, to } = state;
  return Boolean(q.trim() || account || groups.length || from || to);
}

/** What `listCustomers` takes. Days are those of the state's zone, else of `zone`. */
export function listQuery(state: ListState, zone: string) {
  const { q, account, groups, from, to, tz, sort, descending, page, size } = state;
  return {
    q: q.trim() || undefined,
    hasAccount: account ? account === "account" : undefined,
    groupIds: groups.length ? groups : undefined,
    created: from || to ? daysAsInstants(from, to, tz ?? zone) : undefined,
    order: { field: LIST_ORDERS[sort], descending },
    limit: size,
    offset: (page - 1) * size,
  };
}

function withList(path: string, from: ListState): string {
  const list = listParams(from).toString();
  return list ? `${path}?${new URLSearchParams({ list })}` : path;
}

function daysAsInstants(from: string | null, to: string | null, zone: string) {
  return {
    ...(from && { gte: startOfDay(from, zone) }),
    ...(to && { lt: startOfDay(addDays(to, 1), zone) }),
  };
}

function listParams(state: ListState): URLSearchParams {
  const { q, account, groups, from, to, tz, sort, descending, page, size } = state;
  const params = new URLSearchParams();
  if (q.trim()) params.set("q", q.trim());
  if (account) params.set("account", account);
  for (const group of groups) params.append("group", group);
  if (from) params.set("from", from);
  if (to) params.set("to", to);
  if (tz && (from || to)) params.set("tz", tz);
  if (sort !== plainList.sort || descending !== plainList.descending)
    params.set("sort", (descending ? "-" : "") + sort);
  if (size !== plainList.size) params.set("size", String(size));
  if (page > 1) params.set("page", String(page));
  return params;
}

const ACCOUNTS: Record<string, Account | undefined> = { account: "account", guest: "guest" };
const FARTHEST_PAGE = 1_000_000_000;
const MOST_GROUPS = 50;

function valuesOf(params: Params, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name);
  return [Object.hasOwn(params, name) ? params[name] : undefined]
    .flat()
    .filter((value): value is string => typeof value === "string");
}

function readGroups(values: string[]): string[] {
  const ids = values.flatMap((value) => value.split(",")).map((id) => id.trim());
  return [...new Set(ids.filter((id) => /^[\w-]{1,100}$/.test(id)))].slice(0, MOST_GROUPS);
}

/** Two days the wrong way round are taken as they were meant. */
function readDays(from: string, to: string): [string | null, string | null] {
  const days = [calendarDay(from), calendarDay(to)] as [string | null, string | null];
  return days[0] && days[1] && days[0] > days[1] ? [days[1], days[0]] : days;
}

function readSort(text: string): Pick<ListState, "sort" | "descending"> {
  const name = text.replace(/^-/, "");
  if (!Object.hasOwn(LIST_ORDERS, name))
    return { sort: plainList.sort, descending: plainList.descending };
  return { sort: name as ListOrder, descending: text.startsWith("-") };
}

function readPage(text: string): number {
  return /^\d+$/.test(text) ? Math.min(Math.max(1, Number(text)), FARTHEST_PAGE) : 1;
}
