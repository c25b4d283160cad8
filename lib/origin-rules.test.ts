import { describe, expect, it } from "vitest";
import { isAllowedOrigin, originRules } from "./origin-rules";

const allows = (list: string, origin: string) => isAllowedOrigin(origin, originRules.parse(list));

describe("the origins that a setting names", () => {
  it.each([
    ["https://a.example.com", "https://a.example.com", true],
    ["https://a.example.com/", "https://a.example.com", true],
    ["http://localhost:7001,https://a.example.com", "http://localhost:7001", true],
    ["https://a.example.com", "http://a.example.com", false],
    ["https://a.example.com", "https://a.example.com:8443", false],
    ["https://a.example.com", "https://a.example.com.evil.example", false],
    ["/^https:\\/\\/[a-z]{1,5}\\.example\\.com$/", "https://shop.example.com", true],
    ["/^https:\\/\\/[a-z]{1,5}\\.example\\.com$/", "https://shop.example.com.evil.example", false],
    ["/.*/", "null", false],
    ["", "https://a.example.com", false],
  ])("%j and %s: %j", (list, origin, allowed) => {
    expect(allows(list, origin)).toBe(allowed);
  });

  it.each(["*", "a.example.com", "https://a.example.com/path", "/[/", "null"])(
    "refuses %j with a sentence",
    (list) => {
      expect(originRules.safeParse(list).error?.issues[0]?.message).toContain(
        "should be an origin",
      );
    },
  );
});
