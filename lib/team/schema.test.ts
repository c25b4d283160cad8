import { describe, expect, it } from "vitest";
import { changePasswordInput, newAdminInput, setUpInput } from "./schema";

const input = (fields: object = {}) => ({
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "",
  role: "admin",
  password: "plum-violet-kettle-orbit",
  ...fields,
});
const faultOf = (password: unknown) =>
  newAdminInput.safeParse(input({ password })).error?.issues[0]?.message;

describe("a chosen password", () => {
  it.each(["x", "short", "fourteen-chars", "🫖".repeat(14)])("is too short: %j", (password) => {
    expect(faultOf(password)).toMatch(/at least 15 characters/);
  });

  it("has up to 128 characters, counted as a reader counts", () => {
    const points = [..."🫖plum7violet.kettle-orbit".repeat(9)];
    expect(faultOf(points.slice(0, 128).join(""))).toBeUndefined();
    expect(faultOf(points.slice(0, 129).join(""))).toMatch(/at most 128/);
  });

  it("holds nothing that could not be kept: control characters, half of a pair", () => {
    expect(faultOf("plum-violet-kettle\u0000orbit")).toMatch(/control/);
    expect(faultOf("plum-violet-kettle\ud83eorbit")).toMatch(/surrogate/);
  });

  it.each([undefined, null, 15, {}, []])("is text, not %j", (password) => {
    expect(faultOf(password)).toBe("Choose a password.");
  });

  it.each(["  kettle violet orbit  ", "e\u0301 kettle violet orbit"])(
    "is kept as it is: %j",
    (password) => {
      expect(newAdminInput.parse(input({ password })).password).toBe(password);
      expect(changePasswordInput.parse({ current: " x ", password })).toEqual({
        current: " x ",
        password,
      });
    },
  );
});

it("set-up takes no role: there is only one to be had", () => {
  const { role: _role, ...fields } = input();
  expect(setUpInput.safeParse({ ...fields, token: "t" }).success).toBe(true);
  expect(setUpInput.safeParse({ ...fields, token: "t", role: "owner" }).success).toBe(false);
});
