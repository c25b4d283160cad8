import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  backToList,
  changeList,
  customerHref,
  isFiltered,
  LIST_ORDERS,
  type ListOrder,
  type ListState,
  listHref,
  listQuery,
  PAGE_SIZES,
  plainList,
  readListUrl,
} from "./list-url";

/** Any code point, half a surrogate pair and NUL among them. */
const anySign = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
const read = (search: string) => readListUrl(new URLSearchParams(search));

describe("the address of a list", () => {
  it("is short when everything is as usual", () => {
    expect(listHref(plainList)).toBe("/customers");
    expect(read("")).toEqual(plainList);
    expect(listHref(read("sort=-created&size=20&page=1&q=&account=&group=&from=&to=&tz="))).toBe(
      "/customers",
    );
  });

  it("says everything that narrows, orders and pages", () => {
    const search =
      "q=anna+%26+b&account=guest&group=g1&group=g2&from=2025-03-30&to=2025-03-31&tz=Europe%2FBerlin&sort=name&size=50&page=3";
    expect(read(search)).toEqual({
      q: "anna & b",
      account: "guest",
      groups: ["g1", "g2"],
      from: "2025-03-30",
      to: "2025-03-31",
      tz: "Europe/Berlin",
      sort: "name",
      descending: false,
      page: 3,
      size: 50,
    });
    expect(listHref(read(search))).toBe(`/customers?${search}`);
  });

  it("reads back what it wrote, for every list there is", () => {
    const day = fc
      .date({ min: new Date("1970-01-02"), max: new Date("2999-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const states = fc
      .record({
        q: fc.string({ unit: anySign, maxLength: 60 }),
        account: fc.constantFrom("account" as const, "guest" as const, null),
        groups: fc.uniqueArray(fc.constantFrom("g1", "cgrp_2", "G-3", "_", "0")),
        days: fc.tuple(fc.option(day), fc.option(day)),
        tz: fc.constantFrom("Asia/Kathmandu", "UTC", null),
        sort: fc.constantFrom(...(Object.keys(LIST_ORDERS) as ListOrder[])),
        descending: fc.boolean(),
        page: fc.integer({ min: 1, max: 1e9 }),
        size: fc.constantFrom(...PAGE_SIZES),
      })
      .map(({ days: [from, to], ...rest }) => readListUrl(asParams({ ...rest, from, to })));
    fc.assert(
      fc.property(states, (state) => {
        expect(read(listHref(state).slice("/customers".length))).toEqual(state);
      }),
    );
  });

  it("is answered with some list, whatever the parameters hold", () => {
    const names = ["q", "account", "group", "from", "to", "tz", "sort", "page", "size"];
    const junk = fc.oneof(
      fc.string({ unit: anySign }),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constant(undefined),
    );
    const params = fc.dictionary(fc.constantFrom(...names, "__proto__", "constructor"), junk);
    fc.assert(
      fc.property(params, (search) => {
        const state = readListUrl(search);
        expect(PAGE_SIZES).toContain(state.size);
        expect(state.page).toBeGreaterThanOrEqual(1);
        expect(read(listHref(state).slice("/customers".length))).toEqual(state);
        listQuery(state, "UTC");
      }),
    );
  });

  it.each([
    ["abc", 1],
    ["-1", 1],
    ["0", 1],
    ["1.5", 1],
    ["1e9", 1],
    ["", 1],
    ["99", 99],
    ["99999999999999999999", 1_000_000_000],
  ])("page=%s is page %i", (text, page) => {
    expect(read(`page=${text}`).page).toBe(page);
  });

  it.each(["sort=surname", "sort=", "sort=--name", "sort=__proto__", "sort=-toString"])(
    "%s is the usual order",
    (search) => {
      expect(read(search)).toMatchObject({ sort: "created", descending: true });
    },
  );

  it("takes the first of a doubled parameter, and every group", () => {
    expect(read("q=a&q=b&page=2&page=9&size=50&size=100&sort=name&sort=email")).toMatchObject({
      q: "a",
      page: 2,
      size: 50,
      sort: "name",
    });
    expect(readListUrl({ q: ["a", "b"] }).q).toBe("a");
    expect(read("group=g1,g2&group=g3&group=g1&group=%27%3B--").groups).toEqual(["g1", "g2", "g3"]);
  });

  it("keeps out of the search what no database can hold", () => {
    expect(read("q=%00anna%00berg%07").q).toBe("anna berg");
    expect(readListUrl({ q: "\u0085\u200ba\u009fb\u3000" }).q).toBe("a b");
    expect(readListUrl({ q: "\ud800x" }).q).toBe("\ufffdx");
    expect(read(`q=${"é".repeat(500)}`).q).toHaveLength(200);
    expect(read("q=+%20%09").q).toBe("");
  });

  it("ignores days and zones that do not exist, and turns a range that is the wrong way round", () => {
    expect(read("from=2025-02-30&to=tomorrow&tz=Mars%2FBase")).toMatchObject({
      from: null,
      to: null,
      tz: null,
    });
    expect(read("from=2025-05-02&to=2025-05-01")).toMatchObject({
      from: "2025-05-01",
      to: "2025-05-02",
    });
    expect(read("tz=Asia%2FTokyo").tz).toBeNull();
  });
});

describe("changing the list", () => {
  const state: ListState = { ...plainList, page: 3 };

  it.each([
    { q: "lee" },
    { account: "guest" as const },
    { groups: ["g"] },
    { from: "2025-01-01" },
    { size: 50 },
    { sort: "name" as const },
  ])("begins on page 1 after %o", (patch) => {
    expect(changeList(state, patch)).toEqual({ ...state, ...patch, page: 1 });
  });

  it("keeps everything else when only the page changes", () => {
    const searched = { ...plainList, q: "lee", size: 50 };
    expect(changeList(searched, { page: 4 })).toEqual({ ...searched, page: 4 });
  });
});

describe("the way back from a record", () => {
  it("is the list one came from", () => {
    const state = read("q=a%26b%3D1&group=g1&sort=-created&page=3");
    const href = new URL(customerHref("cus_1", state), "http://x");
    expect(href.pathname).toBe("/customers/cus_1");
    expect(backToList(href.searchParams.get("list") ?? undefined)).toBe(listHref(state));
  });

  it("is the whole list without one, and never leads elsewhere", () => {
    expect(customerHref("cus_1", plainList)).toBe("/customers/cus_1");
    expect(backToList(undefined)).toBe("/customers");
    for (const list of ["https://evil.example/?q=1", "//evil.example", "../settings", "page=2#x"])
      expect(backToList(list)).toMatch(/^\/customers(?:\?page=2)?$/);
    expect(backToList(["q=a", "q=b"])).toBe("/customers?q=a");
  });
});

describe("the question behind it", () => {
  it("asks for the days of the zone in the address", () => {
    const query = listQuery(read("from=2025-10-26&to=2025-10-26&tz=Europe%2FBerlin"), "UTC");
    expect(query.created).toEqual({
      gte: "2025-10-25T22:00:00.000Z",
      lt: "2025-10-26T23:00:00.000Z",
    });
  });

  it("asks for the reader's own days without one", () => {
    expect(listQuery(read("from=2025-05-22"), "Asia/Kathmandu").created).toEqual({
      gte: "2025-05-21T18:15:00.000Z",
    });
    expect(listQuery(read("to=2025-05-22"), "UTC").created).toEqual({
      lt: "2025-05-23T00:00:00.000Z",
    });
  });

  it("asks for nothing that was not asked", () => {
    expect(listQuery(plainList, "UTC")).toEqual({
      q: undefined,
      hasAccount: undefined,
      groupIds: undefined,
      created: undefined,
      order: { field: "createdAt", descending: true },
      limit: 20,
      offset: 0,
    });
    expect(isFiltered(plainList)).toBe(false);
    expect(isFiltered(read("sort=name&size=50&page=2"))).toBe(false);
    expect(isFiltered(read("account=guest"))).toBe(true);
  });
});

function asParams(state: Record<string, unknown>): Record<string, string | string[] | undefined> {
  const { sort, descending, groups, ...rest } = state as ListState;
  const texts = Object.entries(rest).map(([name, value]) => [name, value?.toString()]);
  return { ...Object.fromEntries(texts), sort: (descending ? "-" : "") + sort, group: groups };
}
