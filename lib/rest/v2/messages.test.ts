import { describe, expect, it } from "vitest";
import { z } from "zod";
import { check } from "./validate";

const body = z.strictObject({
  email: z.string().nullish(),
  name: z.string(),
  kind: z.literal("secret").optional(),
  of: z.union([z.string(), z.array(z.string())]).optional(),
  nested: z.strictObject({ list: z.array(z.strictObject({ id: z.string() })) }).optional(),
});
function messageOf(input: unknown): string {
  try {
    check(body, input);
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("what is wrong with a request is told in the words of v2", () => {
  it.each<[unknown, string]>([
    [{ name: "a", email: null }, "accepted"],
    [{}, "Field 'name' is required"],
    [{ name: null }, "Expected type: 'string' for field 'name', got: 'null'"],
    [{ name: 1 }, "Expected type: 'string' for field 'name', got: '1'"],
    [{ name: { a: 1 } }, "Expected type: 'string' for field 'name', got: 'object'"],
    [{ name: "a", of: 1 }, "Expected type: 'string, array' for field 'of', got: '1'"],
    [{ name: "a", of: ["a", 1] }, "Expected type: 'string' for field 'of, 1', got: '1'"],
    [{ name: "a", kind: "x" }, "Expected: 'secret' for field 'kind', but got: 'x'"],
    [{ name: "a", nested: { list: [{}] } }, "Field 'nested, list, 0, id' is required"],
    [{ name: "a", foo: 1, bar: 2 }, "Unrecognized fields: 'foo, bar'"],
    [
      { email: 1, of: 1, foo: 1, nested: 1 },
      "Expected type: 'string' for field 'email', got: '1'; Field 'name' is required; Expected type: 'string, array' for field 'of', got: '1'",
    ],
    [[], "Expected type: 'object' for field '', got: 'array'"],
  ])("%j: %s", (input, message) => {
    const expected = message === "accepted" ? message : `Invalid request: ${message}`;
    expect(messageOf(input)).toBe(expected);
  });

  it("tells no more of a long value or of many unknown keys than a line", () => {
    expect(messageOf({ name: "a", ["x".repeat(5_000)]: 1 }).length).toBeLessThan(200);
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`k${n}`, 1]));
    expect(messageOf({ name: "a", ...many }).length).toBeLessThan(300);
  });
});
