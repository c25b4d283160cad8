import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./origin";

const OURS = ["https://desk.example.com"];
const ask = (headers: Record<string, string>, method = "POST", origins = OURS) =>
  isOwnOrigin(method, new Headers(headers), origins);

describe("isOwnOrigin", () => {
  it.each(["GET", "HEAD", "OPTIONS"])("lets any %s through: it changes nothing", (method) => {
    expect(ask({ origin: "https://evil.example" }, method)).toBe(true);
  });

  it("lets our own pages write", () => {
    expect(ask({ origin: "https://desk.example.com" })).toBe(true);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["another scheme", { origin: "http://desk.example.com" }],
    ["another port", { origin: "https://desk.example.com:8443" }],
    ["a name that only begins like ours", { origin: "https://desk.example.com.evil.example" }],
    ["a host and origin that agree", { origin: "https://evil.example", host: "evil.example" }],
    ["no origin at all", {}],
    ["a null origin", { origin: "null" }],
    ["a null origin of another site", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["no origin, from a sibling host", { "sec-fetch-site": "same-site" }],
    [
      "a foreign origin that claims to be ours",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
  ])("refuses %s", (_case, headers) => {
    expect(ask(headers as Record<string, string>)).toBe(false);
  });

  it.each([{}, { origin: "null" }])("believes the browser's same-origin beside %j", (headers) => {
    expect(ask({ ...headers, "sec-fetch-site": "same-origin" } as Record<string, string>)).toBe(
      true,
    );
  });

  it("takes any loopback name when the desk is on this machine, with the port that was asked", () => {
    const local = ["http://localhost:3000"];
    const at = (origin: string, host: string) => ask({ origin, host }, "POST", local);
    expect(at("http://127.0.0.1:3000", "127.0.0.1:3000")).toBe(true);
    expect(at("http://[::1]:3000", "[::1]:3000")).toBe(true);
    expect(at("http://127.0.0.1:9999", "127.0.0.1:3000")).toBe(false);
    expect(at("http://evil.example:3000", "evil.example:3000")).toBe(false);
    expect(ask({ origin: "http://127.0.0.1", host: "127.0.0.1" })).toBe(false);
  });
});
