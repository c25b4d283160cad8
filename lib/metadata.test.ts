import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Metadata, mergeMetadata, metadataFault, metadataField } from "./metadata";

describe("metadata", () => {
  it.each<[string, unknown]>([
    [
      "text that looks like numbers",
      { zip: "007", phone: "+49 30", id: "9007199254740993", yes: "TRUE" },
    ],
    ["nested values", { a: { b: [1, null, true, { c: "d" }] } }],
    ["awkward keys", { "": "x", "a.b": 1, ключ: "👍", "%": "_" }],
    ["markup", { x: "<script>alert(1)</script>", y: "javascript:alert(3)" }],
    ["nothing", {}],
    ["fractions and large exponents as text", { n: 0.1, m: -1.5e-9, t: "1e309" }],
  ])("keeps %s as it is", (_name, value) => {
    expect(metadataField.parse(value)).toEqual(value);
  });

  it.each<[string, unknown]>([
    ["a list", []],
    ["text", "x"],
    ["null", null],
    ["nothing", undefined],
    ["a number", 1],
    ["NUL in a value", { a: "A\u0000B" }],
    ["NUL in a key", { "a\u0000": 1 }],
    ["half of a surrogate pair", { a: ["\ud800"] }],
    ["a number that is none", { a: Number.NaN }],
    ["more digits than JSON keeps", { a: 2 ** 53 }],
    ["an endless number", { a: Number.POSITIVE_INFINITY }],
    ["an own __proto__", JSON.parse('{"__proto__": {"isAdmin": true}}')],
    ["an own constructor, deep down", { a: [{ constructor: 1 }] }],
    ["a date", { a: new Date(0) }],
    ["a map", new Map([["a", 1]])],
    ["a function", { a: () => 1 }],
    ["undefined inside", { a: undefined }],
    ["too many keys", Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`k${i}`, i]))],
    ["too many bytes", { a: "é".repeat(33_000) }],
    ["too many levels", Array.from({ length: 40 }).reduce<Metadata>((inner) => ({ inner }), {})],
  ])("refuses %s with a sentence", (_name, value) => {
    expect(metadataFault(value)).toMatch(/^[A-Z].*\.$/);
  });

  it("comes back from JSON as it went in, or is refused", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (value) => {
        if (metadataFault(value) === null)
          expect(JSON.parse(JSON.stringify(metadataField.parse(value)))).toEqual(
            JSON.parse(JSON.stringify(value)),
          );
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          metadataField.safeParse(value);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("merging metadata", () => {
  it("sets the keys of the patch, lets the others be, and drops a key set to nothing", () => {
    expect(
      mergeMetadata(
        { keep: "007", change: 1, drop: { a: 1 } },
        { change: [2], drop: "", fresh: null },
      ),
    ).toEqual({
      keep: "007",
      change: [2],
      fresh: null,
    });
  });

  it("starts from nothing", () => {
    expect(mergeMetadata(null, { a: "" })).toEqual({});
  });
});
