import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionalText, requiredText, textFault, trimBlanks } from "./text";

const name = optionalText(255);
const anyText = fc.string({ unit: "binary", maxLength: 40 });
/** Blanks, invisible characters, controls and letters in every order: where trimming goes wrong if it can. */
const awkward = fc
  .array(
    fc.constantFrom(
      " ",
      "\t",
      "\n",
      "\r",
      "\v",
      "\u0000",
      "\u0085",
      "\u00a0",
      "\u00ad",
      "\u200b",
      "\u200d",
      "\u202e",
      "\u2028",
      "\u2060",
      "\u2066",
      "\u3000",
      "\u3164",
      "\ufeff",
      "\ud800",
      "A",
      "é",
      "e\u0301",
      "ﷺ",
      "👩‍👧",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("a name", () => {
  it.each(
    [
      "D’Arcy",
      "O'Brien-Smith",
      "Jean-Luc",
      "St. John",
      "Ngọc Ánh",
      "Søren",
      "Ø",
      "Groß",
      "A-12",
      "de la Cruz",
      "Anne & Tom",
      "Lee / Park",
      `Robert"; DROP TABLE customers;--`,
      "محمد",
      "𠮷野家",
      "👩‍👩‍👧‍👦",
      "e\u0301",
      ".",
      "null",
      "0",
      "=1+1",
      "\t=1",
      "\r=1",
      "İstanbul ıi",
      "a\nb",
      "Ann ",
      "❤️",
    ].map((value) => [value.trimEnd()]),
  )("%j is kept character for character", (value) => {
    expect(name.parse(value)).toBe(value);
  });

  it.each(["", "   ", "\u00a0", "\u200b", "\u3164", "\t\n", " \u202e\t", "\u2800", "\u2066\u2069"])(
    "%j is no name",
    (value) => {
      expect(name.parse(value)).toBeNull();
    },
  );

  it.each([" Ann ", "\u00a0Ann\u200b", "\ufeffAnn", "Ann\u2060\u00a0"])(
    "%j loses the blanks at its ends",
    (value) => {
      expect(name.parse(value)).toBe("Ann");
    },
  );

  it.each([
    "A\u0000B",
    "\u0000",
    "\u0001\u0007\u001b[31m",
    "A\u0085B",
    "\ud800x",
    "x\udc00",
    "\udc00\ud800",
  ])("%j is refused", (value) => {
    expect(name.safeParse(value).success).toBe(false);
  });

  it("may have 255 characters, an emoji counting as one", () => {
    expect(name.parse("x".repeat(255))).toHaveLength(255);
    expect(name.safeParse("👍".repeat(255)).success).toBe(true);
    const refused = name.safeParse("x".repeat(10_000));
    expect(refused.error?.issues[0]?.message).toBe("Use at most 255 characters (now 10,000).");
  });

  it.each([1, true, [], {}, { contains: "" }, undefined])("%j is not text", (value) => {
    expect(name.safeParse(value).success).toBe(false);
  });

  it("that must be there is asked for when it is blank", () => {
    const refused = requiredText(255, "Give it a name.").safeParse(" \u200b ");
    expect(refused.error?.issues[0]?.message).toBe("Give it a name.");
  });
});

describe("any text at all", () => {
  it("has a normal form that is its own normal form", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (text) => {
        const once = trimBlanks(text);
        expect(trimBlanks(once)).toBe(once);
        const first = name.safeParse(text);
        if (first.success) expect(name.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is only ever cut at its ends", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (text) => {
        expect(text).toContain(trimBlanks(text));
      }),
    );
  });

  it("is storable or has a fault that can be read", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (text) => {
        const fault = textFault(text);
        if (fault === null) expect(text.includes("\u0000") || !text.isWellFormed()).toBe(false);
        else expect(fault).toMatch(/^Remove the .+\.$/);
      }),
    );
  });
});
