import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeEdits } from "./merge-edits";
import type { Customer } from "./schema";

const now = {
  email: "a@example.com",
  firstName: "Theirs",
  lastName: null,
  companyName: "Co",
  phone: "1",
} as Customer;

describe("mergeEdits", () => {
  it("writes what was changed here and nowhere else", () => {
    expect(mergeEdits(now, { phone: "2" }, { phone: "1" })).toEqual({ phone: "2" });
  });

  it("does not take back what somebody else changed and this form never touched", () => {
    expect(
      mergeEdits(now, { firstName: "Was", phone: "2" }, { firstName: "Was", phone: "1" }),
    ).toEqual({ phone: "2" });
  });

  it("names was, theirs and mine of every field that both changed", () => {
    const edit = () =>
      mergeEdits(
        now,
        { firstName: "Mine", companyName: null },
        { firstName: "Was", companyName: "Old" },
      );
    expect(edit).toThrow(
      expect.objectContaining({
        code: "conflict",
        conflict: [
          { field: "firstName", was: "Was", theirs: "Theirs", mine: "Mine" },
          { field: "companyName", was: "Old", theirs: "Co", mine: null },
        ],
      }),
    );
  });

  it("finds no conflict where both wrote the same", () => {
    expect(mergeEdits(now, { firstName: "Theirs" }, { firstName: "Was" })).toEqual({
      firstName: "Theirs",
    });
  });

  it("writes everything when the editor says nothing of where it began", () => {
    expect(mergeEdits(now, { firstName: "Mine" })).toEqual({ firstName: "Mine" });
  });

  it("ignores the base of a field that is not edited", () => {
    expect(mergeEdits(now, { phone: "2" }, { phone: "1", firstName: "Was" })).toEqual({
      phone: "2",
    });
  });

  it("never loses an edit and never writes over one, whatever the three values are", () => {
    const value = fc.constantFrom(null, "a", "b", "c");
    fc.assert(
      fc.property(value, value, value, (was, theirs, mine) => {
        const customer = { ...now, phone: theirs };
        const merge = () => mergeEdits(customer, { phone: mine }, { phone: was });
        const bothChanged = theirs !== was && mine !== was && mine !== theirs;
        if (bothChanged) expect(merge).toThrow();
        else expect({ ...customer, ...merge() }.phone).toBe(mine === was ? theirs : mine);
      }),
    );
  });
});
