import { expect, it } from "vitest";
import { lengthHint } from "./length-hint";

it("a password that is being typed is told how many characters are missing", () => {
  expect(lengthHint("four", 6)).toBe("2 more characters.");
  expect(lengthHint("🎉🎉🎉🎉🎉", 6)).toBe("1 more character.");
});

it("a password with enough characters gets the advice, and no praise that a refusal would contradict", () => {
  expect(lengthHint("passwordpassword", 12)).toBe(lengthHint("", 12));
  expect(lengthHint("", 12)).toBe("At least 12 characters. A few unrelated words are good.");
});
