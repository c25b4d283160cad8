import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

const NASTY = [
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "http:evil.example",
  "http://site\\@evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "@evil.example",
  " //evil.example",
  "\u0000//evil.example",
  "",
];

describe("safePath", () => {
  it.each(NASTY)("keeps %j on our own origin", (wanted) => {
    const path = safePath(wanted);
    expect(new URL(path, "https://desk.example").origin).toBe("https://desk.example");
    expect(path).toBe("/customers");
  });

  it.each([undefined, null, 7, ["/a", "/b"], { a: 1 }])("answers the fallback for %j", (wanted) => {
    expect(safePath(wanted, "/x")).toBe("/x");
  });

  it.each([
    "/customers?q=a%26b&page=2#x",
    "/customers/cus_1",
    "/customers?q=%2F%2Fevil.example",
    "/customers?next=https://evil.example",
    "/%09/evil.example",
    "/@evil.example",
    "/",
  ])("keeps %j to the letter", (wanted) => {
    expect(safePath(wanted)).toBe(wanted);
  });

  it.each(["/sign-in", "/sign-in?callbackUrl=/sign-in", "/setup?token=x", "/api/auth/signout"])(
    "does not lead back to %j",
    (wanted) => expect(safePath(wanted)).toBe("/customers"),
  );

  it("refuses a path longer than any of ours", () => {
    expect(safePath(`/${"a".repeat(5000)}`)).toBe("/customers");
  });
});
