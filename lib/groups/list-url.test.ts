import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastPage } from "../listing";
import { groupListHref, readGroupList } from "./list-url";

const plain = { q: "", page: 1, size: 20 };

describe("the address of a list of groups", () => {
  it.each<[Record<string, string | string[]>, object]>([
    [{}, plain],
    [
      { q: " press ", page: "3", size: "50" },
      { q: "press", page: 3, size: 50 },
    ],
    [{ page: ["2", "9"] }, { ...plain, page: 2 }],
    [{ page: "-1" }, plain],
    [{ page: "1.5" }, plain],
    [{ page: "abc" }, plain],
    [{ page: "0" }, plain],
    [{ page: "99999999999999999999" }, plain],
    [{ size: "7" }, plain],
    [{ q: "a\u0000b\ud800" }, { ...plain, q: "a b\ufffd" }],
  ])("%j is read as what makes sense", (params, list) => {
    expect(readGroupList(params)).toEqual(list);
  });

  it("leaves out what is as usual", () => {
    expect(groupListHref("/groups", { q: "", page: 1, size: 20 })).toBe("/groups");
    expect(groupListHref("/groups", { q: "a&b", page: 2, size: 50 })).toBe(
      "/groups?q=a%26b&size=50&page=2",
    );
  });

  it("is read as it was written, for any search there is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 210 }),
        fc.integer({ min: 1, max: 1e8 }),
        (q, page) => {
          const list = readGroupList({ q, page: String(page) });
          const href = groupListHref("/groups", list);
          expect(
            readGroupList(Object.fromEntries(new URLSearchParams(href.split("?")[1] ?? ""))),
          ).toEqual(list);
        },
      ),
    );
  });

  it.each([
    [0, 1],
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
  ])("%i rows end on page %i of twenty", (count, last) => {
    expect(lastPage(count, 20)).toBe(last);
  });
});
