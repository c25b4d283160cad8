import { describe, expect, it } from "vitest";
import { emailFault, emailField, normalizeEmail } from "../email";
import { optionalText, trimBlanks } from "../text";
import { email as emailV1, filledEmail } from "./v1/rules";
import { email as emailV2 } from "./v2/rules";

const BLANKS = " ".repeat(99_000);
const LETTERS_OF_ANOTHER_SCRIPT = "é例".repeat(49_500);

/** What a stranger's text passes through before anybody asks who they are. */
const DOORS: [string, (text: string) => boolean][] = [
  ["an e-mail of the desk", (text) => emailField.safeParse(text).success],
  ["an e-mail of v1", (text) => emailV1().safeParse(text).success],
  ["a required e-mail of v1", (text) => filledEmail().safeParse(text).success],
  ["an e-mail of v2", (text) => emailV2().safeParse(text).success],
  ["an e-mail in an address or a form", (text) => emailFault(normalizeEmail(text)) === null],
  ["a name", (text) => optionalText(255).safeParse(text).success],
];

const TEXTS: [string, string][] = [
  ["blanks in the middle", `a${BLANKS}a@b.de`],
  ["blanks behind the @", `a@b${BLANKS}b.de`],
  ["many runs of blanks", `a${`${" ".repeat(999)}b`.repeat(99)}@b.de`],
  ["tabs and zero-width blanks", `a${"\t\u200b".repeat(49_500)}a@b.de`],
  ["an endless domain of another script", `a@${LETTERS_OF_ANOTHER_SCRIPT}.de`],
];

describe.each(DOORS)("%s", (_door, takes) => {
  it.each(TEXTS)("refuses 100 kB with %s at once", (_what, text) => {
    const start = performance.now();
    expect(takes(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it("100 kB of blanks around a name are cut off at once", () => {
  const start = performance.now();
  expect(trimBlanks(`${BLANKS}Ann Berg${BLANKS}`)).toBe("Ann Berg");
  expect(performance.now() - start).toBeLessThan(500);
});
