import fc from "fast-check";
import qs from "qs";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./qs";

const plain = (search: string) => JSON.parse(JSON.stringify(parseQuery(search)));

describe("parseQuery", () => {
  it.each([
    ["", {}],
    ["?", {}],
    ["?&&", {}],
    ["a[]=x&a[]=y", { a: ["x", "y"] }],
    ["a[0]=x&a[1]=y", { a: ["x", "y"] }],
    ["a[1]=y&a[0]=x", { a: ["x", "y"] }],
    ["a=x&a=y", { a: ["x", "y"] }],
    ["a[]=x", { a: ["x"] }],
    ["a=x", { a: "x" }],
    ["a[gt]=x&a[lt]=y", { a: { gt: "x", lt: "y" } }],
    ["created_at%5Bgt%5D=1", { created_at: { gt: "1" } }],
    ["$or[0][email]=a&$or[1][first_name]=b", { $or: [{ email: "a" }, { first_name: "b" }] }],
    ["q=a+b%2Bc%26d", { q: "a b+c&d" }],
    ["q=ja%20ne&limit=", { q: "ja ne", limit: "" }],
    ["a&b=", { a: "", b: "" }],
  ])("reads %s as qs does", (search, value) => {
    expect(plain(search)).toEqual(value);
    expect(qs.parse(search, { ignoreQueryPrefix: true, arrayLimit: 100 })).toEqual(value);
  });

  it("reads whatever qs writes", () => {
    const word = fc.stringMatching(/^[a-z$_]{1,6}$/);
    const leaf = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const value = fc.oneof(
      leaf,
      fc.array(leaf, { minLength: 1, maxLength: 40 }),
      fc.dictionary(word, leaf, { minKeys: 1, maxKeys: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(word, value), (query) => {
        for (const arrayFormat of ["indices", "brackets"] as const)
          expect(plain(qs.stringify(query, { arrayFormat }))).toEqual(
            JSON.parse(JSON.stringify(query)),
          );
      }),
    );
  });

  it("keeps a list of 2,000 indexed entries in order", () => {
    const list = Array.from({ length: 2_000 }, (_, i) => `id-${i}`);
    expect(plain(qs.stringify({ groups: list }))).toEqual({ groups: list });
  });

  it("hides no name: __proto__ and its like stay to be refused", () => {
    const query = parseQuery("__proto__[isAdmin]=1&toString=2&a[__proto__]=3&=4");
    expect(Object.keys(query)).toEqual(["__proto__", "toString", "a", ""]);
    expect(Object.keys(query.a as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it("keeps one name given as text and as object, so that neither is silently dropped", () => {
    expect(plain("a=x&a[b]=y")).toEqual({ a: ["x", { b: "y" }] });
  });

  it("takes a stray percent sign as itself", () => {
    expect(plain("q=100%&r=%ZZ")).toEqual({ q: "100%", r: "%ZZ" });
  });

  it.each([
    ["bytes that are no UTF-8", "q=%ED%A0%80"],
    ["six levels", "a[b][c][d][e][f]=1"],
    ["more than 5,000 parameters", "a&".repeat(5_001)],
  ])("refuses %s with a 400", (_, search) => {
    expect(() => parseQuery(search)).toThrow(expect.objectContaining({ status: 400 }));
  });

  it("takes well under a second for the worst that fits into a request line", () => {
    const worst = [
      Array.from({ length: 1_500 }, (_, i) => `a[${9_999 - i}]=${i}`).join("&"),
      "a[]=&".repeat(3_000),
      `a${"[".repeat(15_000)}=1`,
      `a${"[]".repeat(7_000)}`,
      `${"%".repeat(15_000)}=1`,
    ];
    const start = performance.now();
    for (const search of worst)
      try {
        parseQuery(search);
      } catch (error) {
        expect(error).toMatchObject({ status: 400 });
      }
    expect(performance.now() - start).toBeLessThan(250);
  });
});
