import { describe, expect, it } from "vitest";
import { changedFields, isUntouched } from "./changed-fields";

const began = {
  email: "a@example.com",
  firstName: "Ann",
  lastName: null,
  companyName: "a\r\nb",
  phone: "\r=1",
};

describe("changedFields", () => {
  it("names what was changed and what it was, and nothing else", () => {
    const typed = {
      email: "a@example.com",
      firstName: "Anna",
      lastName: "",
      companyName: "a\r\nb",
      phone: "\r=1",
    };
    const parsed = { ...began, firstName: "Anna" };
    expect(changedFields(typed, parsed, began)).toEqual({
      patch: { firstName: "Anna" },
      base: { firstName: "Ann" },
    });
  });

  it("clears with null", () => {
    const { patch } = changedFields({ firstName: "" }, { ...began, firstName: null }, began);
    expect(patch).toEqual({ firstName: null });
  });

  it("does not take the line breaks an input cannot show for a change", () => {
    const typed = { companyName: "ab", phone: "=1" };
    expect(changedFields(typed, { ...began, companyName: "ab", phone: "=1" }, began).patch).toEqual(
      {},
    );
  });
});

describe("isUntouched", () => {
  it.each([
    ["Ann", "Ann", true],
    ["", null, true],
    ["Ann ", "Ann", false],
    [undefined, "Ann", true],
    ["", "Ann", false],
  ])("typed %j over %j is %s", (typed, value, untouched) => {
    expect(isUntouched(typed, value)).toBe(untouched);
  });
});
