import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailFault, emailField, normalizeEmail } from "./email";

const message = (value: unknown) => emailField.safeParse(value).error?.issues[0]?.message;

describe("one address, one spelling", () => {
  it.each([
    "Anna.Berg@Example.COM",
    " anna.berg@example.com ",
    "anna.berg@example.com\u00a0",
    "\u200banna.berg@example.com",
    "anna.berg@example.com\t",
    "anna.berg@example.com\u200b\t\u200b\r\n",
    "\ufeffANNA.BERG@EXAMPLE.com",
  ])("%j is anna.berg@example.com", (value) => {
    expect(emailField.parse(value)).toBe("anna.berg@example.com");
  });

  it("takes composed and decomposed letters for the same", () => {
    expect(emailField.parse("jose\u0301@example.com")).toBe(emailField.parse("josé@example.com"));
  });

  it("writes a domain of other scripts in its ASCII form", () => {
    expect(emailField.parse("info@Bücher.Example")).toBe("info@xn--bcher-kva.example");
    expect(emailField.parse("info@例え。テスト")).toBe("info@xn--r8jz45g.xn--zckzah");
  });

  it("does not lower-case by the machine's language", () => {
    expect(emailField.parse("INFO@EXAMPLE.COM")).toBe("info@example.com");
  });
});

describe("what works as an address is taken", () => {
  it.each([
    "a.b+news@example.com",
    "sean.o'brien@example.com",
    "x@a.ka1.example.com",
    "first.last@physik.uni-nord.example.org",
    "1234567890@example.com",
    "_under_@example.com",
    "a-b@ex-ample.org",
    "user%dept@example.com",
    "x@example.museum",
    "first.last+123@a.b.example.com",
    "用户@example.com",
    `${"a".repeat(64)}@example.com`,
    `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.example`,
  ])("%s", (value) => {
    expect(emailField.parse(value)).toBe(value);
  });
});

describe("what is no address is refused with a message", () => {
  it.each([
    "user@example.com.",
    "a..b@example.com",
    ".a@example.com",
    "a.@example.com",
    "a@example",
    "a@@example.com",
    "a b@example.com",
    "a@exam ple.com",
    "a@-example.com",
    "@example.com",
    "a@",
    "mailto:a@example.com",
    "Ann <ann@example.com>",
    "a@example.com;b@example.com",
    "",
    " ",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@１２７.1",
    "a＠example.com",
    "a@exa_mple.com",
    "a@example.c",
    "a\u0000@example.com",
    "\ud800@example.com",
    "a@\ud800.com",
    "an\u200bna@example.com",
    "a\u202eb@example.com",
    "a@exa/mple.com",
    "a@b@c.com",
    '"a"@example.com',
  ])("%j", (value) => {
    expect(message(value)).toMatch(
      /^(?:Enter an e-mail address|An e-mail address has no blanks|Remove the)/,
    );
  });

  it.each([
    `${"a".repeat(65)}@example.com`,
    `${"a".repeat(243)}@example.com`,
    `${"a".repeat(308)}@example.com`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
    "a".repeat(400),
    "a".repeat(10_000),
  ])("a long one is told to be too long (%#)", (value) => {
    expect(message(value)).toMatch(/too long/);
  });

  it.each([1, true, null, undefined, [], {}, ["a@example.com"], { contains: "a@" }])(
    "%j is not text",
    (value) => {
      expect(emailField.safeParse(value).success).toBe(false);
    },
  );
});

describe("any text at all", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "\u200b",
      "\t",
      "\u00a0",
      "İ",
      "Σ",
      "ẞ",
      "ſ",
      "K",
      "Å",
      "\u0345",
      "\u0307",
      ".",
      "xn--",
      "a",
      "@",
    ),
  );
  const address = fc
    .tuple(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }))
    .map(([local, domain]) => `${local.join("")}@${domain.join("")}`);

  it("has a normal form that is its own normal form, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const once = normalizeEmail(text);
        expect(normalizeEmail(once)).toBe(once);
        emailFault(once);
        const first = emailField.safeParse(text);
        if (first.success) expect(emailField.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 5_000 },
    );
  });

  it("passes only what the database takes too", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress()), (text) => {
        const parsed = emailField.safeParse(text);
        if (!parsed.success) return;
        expect(parsed.data).toMatch(/^[^@]+@[^@]+$/);
        expect(parsed.data).not.toMatch(/[A-Z\s]/);
        expect(parsed.data.length).toBeLessThanOrEqual(254);
      }),
      { numRuns: 2_000 },
    );
  });
});
