import { afterEach, expect, it, vi } from "vitest";
import { logFault } from "./log-fault.mjs";

afterEach(() => vi.restoreAllMocks());

function lineAbout(error: unknown, more?: object) {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  logFault("request", error, more);
  expect(log).toHaveBeenCalledOnce();
  const [line, ...rest] = log.mock.calls[0] ?? [];
  expect([typeof line, rest]).toEqual(["string", []]);
  return String(line);
}

it("tells name, code and places of a database error, and nobody's values", () => {
  const error = Object.assign(new Error('invalid input syntax: "ada@example.com"'), {
    severity: "ERROR",
    code: "23505",
    detail: "Key (email)=(ada@example.com) already exists.",
  });
  const line = lineAbout(error);
  expect(line).not.toContain("ada@example.com");
  expect(JSON.parse(line)).toMatchObject({ where: "request", name: "Error", code: "23505" });
  expect(JSON.parse(line).place[0]).toMatch(/^at .*log-fault\.test\.ts/);
});

it("tells nothing of what Prisma was given", () => {
  const error = Object.assign(new Error("Invalid invocation:\n ada@example.com"), {
    clientVersion: "7",
    meta: { email: "ada@example.com" },
  });
  expect(lineAbout(error)).not.toContain("ada@example.com");
});

it("keeps to the first line of any other message", () => {
  const line = JSON.parse(lineAbout(new TypeError("x is not a function\nada"), { count: 2 }));
  expect(line).toMatchObject({ name: "TypeError", message: "x is not a function", count: 2 });
});

it.each([undefined, null, "text", 7])("%j, thrown as it is, is no fault of its own", (thrown) => {
  expect(JSON.parse(lineAbout(thrown))).toMatchObject({ level: "error", where: "request" });
});
