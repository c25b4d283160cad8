import { describe, expect, it } from "vitest";
import { gridStep } from "./grid-key";
import type { CellEdit } from "./types";

const key = (
  name: string,
  held: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", boolean>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const edit = { values: {}, base: {} };
const refused: CellEdit = { ...edit, state: "refused", message: "No." };
const conflict: CellEdit = { ...edit, state: "conflict", message: "No.", theirs: {} };

describe("a key on a cell", () => {
  it.each(["a", "É", "7", "@", "文", "🎉"])("%s begins a new value", (letter) => {
    expect(gridStep(key(letter), undefined)).toEqual({ do: "type" });
  });

  it.each(["Dead", "Process", "Unidentified"])("%s of an input method does too", (name) => {
    expect(gridStep(key(name), undefined)).toEqual({ do: "type" });
  });

  it("types a letter that AltGr makes", () => {
    const altGr = { ...key("€", { ctrlKey: true, altKey: true }), getModifierState: () => true };
    expect(gridStep(altGr, undefined)).toEqual({ do: "type" });
  });

  it.each([
    ["Enter", "edit"],
    ["F2", "edit"],
    ["Backspace", "empty"],
    ["Delete", "empty"],
  ])("%s opens the editor", (name, step) => {
    expect(gridStep(key(name), undefined)).toEqual({ do: step });
  });

  it.each(["Tab", "Shift", "Escape", " ", "F5", "ContextMenu"])(
    "%s is left to the browser",
    (name) => {
      expect(gridStep(key(name), undefined)).toBeNull();
    },
  );

  it("leaves the browser's own commands alone", () => {
    for (const letter of ["c", "v", "r", "f"])
      expect(gridStep(key(letter, { ctrlKey: true }), undefined)).toBeNull();
    expect(gridStep(key("ArrowLeft", { altKey: true }), undefined)).toBeNull();
  });

  it("moves to the corners with Ctrl, opens with Ctrl+Enter", () => {
    expect(gridStep(key("Home", { ctrlKey: true }), undefined)).toEqual({
      do: "move",
      key: "Ctrl+Home",
    });
    expect(gridStep(key("Enter", { ctrlKey: true }), undefined)).toEqual({ do: "open" });
  });
});

describe("on a cell that is not saved", () => {
  it("Escape gives the value up", () => {
    expect(gridStep(key("Escape"), refused)).toEqual({ do: "give-up" });
  });

  it("Escape in a conflict takes theirs, not what both have left behind", () => {
    expect(gridStep(key("Escape"), conflict)).toEqual({ do: "theirs" });
  });

  it("T and M choose in a conflict and are letters otherwise", () => {
    expect(gridStep(key("t"), conflict)).toEqual({ do: "theirs" });
    expect(gridStep(key("M"), conflict)).toEqual({ do: "mine" });
    expect(gridStep(key("t"), refused)).toEqual({ do: "type" });
    expect(gridStep(key("x"), conflict)).toEqual({ do: "type" });
  });
});
