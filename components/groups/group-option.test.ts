import { describe, expect, it } from "vitest";
import { optionsFor, placeAfter } from "./group-option";

const found = [
  { id: "1", name: "Press & friends" },
  { id: "2", name: "PRESS" },
];

describe("what a group picker offers", () => {
  it("is what was found, without an offer to create, when nothing is typed", () => {
    expect(optionsFor(found, "")).toEqual(found);
  });

  it("begins with the very name, whatever its case, and does not offer to create it again", () => {
    expect(optionsFor(found, "press").map((option) => option.name)).toEqual([
      "PRESS",
      "Press & friends",
    ]);
  });

  it("ends with the offer to create a name that no group has", () => {
    expect(optionsFor(found, "Pres")).toEqual([
      ...found,
      { id: "new:Pres", name: "Pres", isNew: true },
    ]);
    expect(optionsFor([], "VIP")).toEqual([{ id: "new:VIP", name: "VIP", isNew: true }]);
  });

  it("tells an accent from none: Läden is not Laden", () => {
    expect(optionsFor([{ id: "3", name: "Laden" }], "Läden").at(-1)).toMatchObject({ isNew: true });
  });
});

describe("the arrow keys of a group picker", () => {
  const options = optionsFor(found, "Pres");
  const alone = optionsFor(found.slice(0, 1), "Pres");

  it("take the first group that was found on the first ArrowDown, never the offer to create", () => {
    expect(placeAfter(options, null, 1, false)).toBe(0);
    expect(placeAfter(alone, null, 1, false)).toBe(0);
  });

  it("reach the offer to create past all that was found, one press at a time", () => {
    expect(placeAfter(options, 0, 1, false)).toBe(1);
    expect(placeAfter(options, 1, 1, false)).toBe(2);
    expect(options[2]).toMatchObject({ isNew: true });
    expect(placeAfter(options, 2, 1, false)).toBe(0);
    expect(placeAfter(options, 0, -1, false)).toBe(2);
  });

  it("stop before the offer to create while a key is held", () => {
    expect(placeAfter(options, 0, 1, true)).toBe(1);
    expect(placeAfter(options, 1, 1, true)).toBe(1);
    expect(placeAfter(options, 0, -1, true)).toBe(0);
  });
});
