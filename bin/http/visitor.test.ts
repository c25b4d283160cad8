import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { visitorOf } from "./visitor.mjs";

const asked = (headers: Record<string, string>, remoteAddress = "10.0.0.9") =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe("who is asking", () => {
  it("is the connection when no proxy is trusted, whatever is claimed", () => {
    const request = asked({
      host: "desk.example",
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "evil.example",
    });
    expect(visitorOf(request, 0)).toEqual({
      address: "10.0.0.9",
      proto: "http",
      host: "desk.example",
    });
  });

  it.each([
    [1, "6.6.6.6, 1.1.1.1", "1.1.1.1"],
    [2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"],
    [3, "1.1.1.1, 2.2.2.2", "1.1.1.1"],
    [1, "", "10.0.0.9"],
    [1, "nonsense", "10.0.0.9"],
    [1, "1.1.1.1:4711", "1.1.1.1"],
    [1, "[2001:DB8::1]:4711", "2001:db8::1"],
    [1, "::ffff:1.1.1.1", "1.1.1.1"],
  ])("counts from the right: %i trusted, %s", (trusted, list, address) => {
    expect(visitorOf(asked({ "x-forwarded-for": list }), trusted).address).toBe(address);
  });

  it("writes an IPv4 address in its own form", () => {
    expect(visitorOf(asked({}, "::ffff:192.0.2.1"), 0).address).toBe("192.0.2.1");
  });

  it("believes the nearest proxy about scheme and name", () => {
    const { proto, host } = visitorOf(
      asked({ host: "inner", "x-forwarded-proto": "http, https", "x-forwarded-host": "a, b" }),
      1,
    );
    expect({ proto, host }).toEqual({ proto: "https", host: "b" });
  });
});
