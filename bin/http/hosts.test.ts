import { describe, expect, it } from "vitest";
import { allowedHosts, isAllowedHost } from "./hosts.mjs";

const allowed = allowedHosts([new URL("https://Desk.Example"), new URL("http://192.168.1.5:3000")]);

describe("the names the desk answers to", () => {
  it.each([
    "localhost",
    "localhost:3000",
    "LOCALHOST:8080",
    "127.0.0.1:3000",
    "[::1]:3000",
    "desk.example",
    "DESK.example:443",
    "192.168.1.5:3000",
  ])("include %s", (host) => {
    expect(isAllowedHost(host, allowed)).toBe(true);
  });

  it.each([
    undefined,
    "",
    "evil.example",
    "desk.example.evil.example",
    "desk.example.",
    "localhost.",
    "localhost@evil.example",
    "evil.example#localhost",
    "localhost:3000, evil.example",
    "localhost:port",
    "127.0.0.2",
    "[::2]",
  ])("do not include %s", (host) => {
    expect(isAllowedHost(host, allowed)).toBe(false);
  });
});
