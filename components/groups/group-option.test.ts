import { describe, expect, it } from "vitest";
import { optionsFor } from "./group-option";

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
