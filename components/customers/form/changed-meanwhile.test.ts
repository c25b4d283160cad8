import { expect, it } from "vitest";
import { changedMeanwhile } from "./changed-meanwhile";

const began = {
  email: "a@example.com",
  firstName: "Ann",
  lastName: null,
  companyName: null,
  phone: "1",
};
const typed = {
  email: "a@example.com",
  firstName: "Anna",
  lastName: "",
  companyName: "",
  phone: "1",
};

it("says nothing when only what was typed here has changed", () => {
  expect(changedMeanwhile(typed, began, { ...began, firstName: "Anna" })).toBeUndefined();
});

it("names the fields that somebody else changed and that stay", () => {
  const saved = { ...began, firstName: "Anna", phone: "2" };
  expect(changedMeanwhile(typed, began, saved)).toBe(
    "Meanwhile somebody else changed the phone; that stays.",
  );
  expect(changedMeanwhile(typed, began, { ...saved, lastName: "Lee", companyName: "Tea" })).toBe(
    "Meanwhile somebody else changed the last name, company and phone; that stays.",
  );
});
