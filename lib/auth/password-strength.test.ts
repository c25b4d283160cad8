import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { requireStrongPassword } from "./password-strength";

const about = ["ada.lovelace@example.com", "Ada", "Lovelace"];

function faultOf(password: string): string | undefined {
  try {
    requireStrongPassword(password, about);
  } catch (error) {
    if (error instanceof DomainError) return error.fields?.password;
    throw error;
  }
}

describe("requireStrongPassword", () => {
  it.each([
    "password12345678",
    "passwordpassword",
    "Password1234567!",
    "aaaaaaaaaaaaaaaaaaaa",
    "123456789012345678",
    "qwertyuiopasdfgh",
    "abcdefghijklmnopqrst",
    "clienteleclientele",
    "Clientele2026!!!",
    "ada.lovelace@example.com",
    "adalovelaceadalovelace",
    "letmeinletmeinletmein",
  ])("says that %j is easily guessed", (password) => {
    expect(faultOf(password)).toMatch(/easily guessed/);
  });

  it.each([
    "plum-violet-kettle-orbit",
    "correct horse battery staple",
    "bügeleisen wolke fünf teekanne",
    "ключ облако чайник семь рек",
    "紫色水壶轨道李子云彩星期二红色桌子",
    " leading and trailing blanks stay ",
    "fQ7mZw4KpR9tXc2VbN8h",
    "🫖🪐🌧️ seven umbrellas dance",
  ])("takes %j", (password) => {
    expect(faultOf(password)).toBeUndefined();
  });

  it("judges the longest password in well under a second", () => {
    const start = performance.now();
    for (const text of ["a", "ab1!", "password", "zxcvbn7"])
      faultOf(text.repeat(128).slice(0, 128));
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
