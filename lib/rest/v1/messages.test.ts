import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { parseQuery } from "../qs";
import { authRoutes } from "./auth";
import { listQuery } from "./customer-query";
import { customerRoutes } from "./customers";
import { check } from "./validate";

const bodyOf = (method: string, path: string) =>
  [...authRoutes, ...customerRoutes].find((r) => r.method === method && r.path === path)
    ?.body as z.ZodType;
const signIn = bodyOf("POST", "/admin/auth");
const create = bodyOf("POST", "/admin/customers");
const update = bodyOf("POST", "/admin/customers/:id");

function messageOf(schema: z.ZodType, input: unknown): string {
  try {
    check(schema, input);
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  }
}

const full = { email: "a@example.com", first_name: "", last_name: "", password: "" };

// Each sentence is what the reference's own validators (1.20.11) said to the same input.
describe("a body is refused in the reference's words and order", () => {
  it.each<[unknown, string]>([
    [
      {},
      "email must be an email, first_name must be a string, last_name must be a string, password must be a string",
    ],
    [[], "an unknown value was passed to the validate function"],
    [
      {
        email: 1,
        first_name: null,
        last_name: [],
        password: {},
        phone: 1,
        metadata: [],
        foo: 1,
        has_account: true,
      },
      "property foo should not exist, property has_account should not exist, email must be an email, first_name must be a string, last_name must be a string, password must be a string, phone must be a string, metadata must be an object",
    ],
    [{ ...full, phone: null, metadata: null }, "accepted"],
    [{ ...full, metadata: "x" }, "metadata must be an object"],
    [{ ...full, email: "" }, "email must be an email"],
    [
      JSON.parse(
        '{"email":"a@example.com","first_name":"","last_name":"","password":"","__proto__":{"isAdmin":true}}',
      ),
      "property __proto__ should not exist",
    ],
  ])("POST /admin/customers %j → %s", (input, message) => {
    expect(messageOf(create, input)).toBe(message);
  });

  it.each<[unknown, string]>([
    [{}, "accepted"],
    [{ email: null, password: null, metadata: null, groups: null }, "accepted"],
    [
      { groups: "x" },
      "groups must be an array, each value in nested property groups must be either object or array",
    ],
    [{ groups: { id: "a" } }, "groups must be an array"],
    [{ groups: ["x"] }, "each value in nested property groups must be either object or array"],
    [{ groups: [null] }, "each value in nested property groups must be either object or array"],
    [{ groups: [["a"]] }, "each value in nested property groups must be either object or array"],
    [{ groups: [{}] }, "id must be a string"],
    [
      { groups: [{ id: 1, foo: 2 }, "x", { id: "a", bar: 1 }] },
      "property foo should not exist, id must be a string, each value in nested property groups must be either object or array, property bar should not exist",
    ],
    [
      { groups: 1, zoo: 1, email: "x", phone: 4 },
      "property zoo should not exist, email must be an email, phone must be a string, groups must be an array, each value in nested property groups must be either object or array",
    ],
  ])("POST /admin/customers/:id %j → %s", (input, message) => {
    expect(messageOf(update, input)).toBe(message);
  });

  it.each<[unknown, string]>([
    [
      {},
      "email should not be empty, email must be an email, password should not be empty, password must be a string",
    ],
    [
      { email: "", password: "" },
      "email should not be empty, email must be an email, password should not be empty",
    ],
    [{ email: 1, password: 1 }, "email must be an email, password must be a string"],
    [
      { email: null, password: null },
      "email should not be empty, email must be an email, password should not be empty, password must be a string",
    ],
    [{ email: "a@example.com", password: "x", foo: 1 }, "property foo should not exist"],
    [
      { email: { contains: "" }, password: ["x"] },
      "email must be an email, password must be a string",
    ],
  ])("POST /admin/auth %j → %s", (input, message) => {
    expect(messageOf(signIn, input)).toBe(message);
  });
});

describe("a query is refused in the reference's words and order", () => {
  it.each([
    ["q=a&q=b", "q must be a string"],
    ["q[contains]=", "q must be a string"],
    ["limit=x", "limit must be a number conforming to the specified constraints"],
    ["limit[]=1", "limit must be a number conforming to the specified constraints"],
    ["limit=1&limit=2", "limit must be a number conforming to the specified constraints"],
    ["limit=Infinity", "limit must be a number conforming to the specified constraints"],
    [
      "foo=1&bar=2&limit=x&q[]=1&has_account=yes",
      "property foo should not exist, property bar should not exist, limit must be a number conforming to the specified constraints, q must be a string",
    ],
    ["groups[a]=x", "each value in groups must be a string"],
    ["groups[0][a]=x", "each value in groups must be a string"],
    ["created_at=x", "nested property created_at must be either object or array"],
    ["created_at[]=x", "nested property created_at must be either object or array"],
    ["created_at=", "nested property created_at must be either object or array"],
    ["created_at[gt]=x", "gt must be a Date instance"],
    [
      "created_at[foo]=1&created_at[lt]=zz&created_at[gt]=yy",
      "property foo should not exist, lt must be a Date instance, gt must be a Date instance",
    ],
    ["expand[]=a", "expand must be a string"],
    ["fields[]=a", "fields must be a string"],
    ["order[]=x", "order must be a string"],
    ["id=cus_1", "property id should not exist"],
    [
      "__proto__[x]=1&toString=2",
      "property __proto__ should not exist, property toString should not exist",
    ],
    [
      "updated_at[gt]=x&created_at=1&order[a]=1&q[]=1&expand[]=1&fields[]=1&offset=x&limit=x&zip=1",
      "property zip should not exist, limit must be a number conforming to the specified constraints, offset must be a number conforming to the specified constraints, expand must be a string, fields must be a string, q must be a string, order must be a string, nested property created_at must be either object or array, gt must be a Date instance",
    ],
  ])("%s → %s", (query, message) => {
    expect(messageOf(listQuery, parseQuery(query))).toBe(message);
  });

  // Where the reference answers 500 or changes the value silently, and we do not.
  it.each([
    ["limit=-1", "limit must be a number conforming to the specified constraints"],
    ["offset=1.5", "offset must be a number conforming to the specified constraints"],
    ["offset=99999999999", "offset must be a number conforming to the specified constraints"],
    ["created_at[gt]=", "gt must be a Date instance"],
    ["created_at[gt]=2024-02-30", "gt must be a Date instance"],
    ["created_at[gt][]=2020", "gt must be a Date instance"],
    ["has_account[a]=1", "has_account must be a boolean value"],
  ])("%s → %s", (query, message) => {
    expect(messageOf(listQuery, parseQuery(query))).toBe(message);
  });
});

describe("a query is understood", () => {
  const read = (query: string) => check(listQuery, parseQuery(query));

  it("has the reference's defaults", () => {
    expect(read("")).toEqual({ limit: 50, offset: 0 });
    expect(read("limit=&offset=")).toMatchObject({ limit: 0, offset: 0 });
  });

  it.each([
    ["groups=a", ["a"]],
    ["groups[]=a,b", ["a", "b"]],
    ["groups[0]=a&groups[1]=b,c", ["a", "b,c"]],
    ["groups=", undefined],
  ])("%s names the groups %j", (query, groups) => {
    expect(read(query).groups).toEqual(groups);
  });

  it.each([
    ["true", true],
    ["false", false],
    ["null", null],
    ["yes", undefined],
    ["", undefined],
  ])("has_account=%s means %j", (text, value) => {
    expect(read(`has_account=${text}`).has_account).toBe(value);
  });

  it.each([
    ["2024-05-01", "2024-05-01T00:00:00.000Z"],
    ["2024", "2024-01-01T00:00:00.000Z"],
    ["2024-05-01T12:30:15.1234Z", "2024-05-01T12:30:15.123Z"],
    ["2024-05-01T00:00:00%2B02:00", "2024-04-30T22:00:00.000Z"],
    ["2024-05-01T00:00:00+02:00", "2024-04-30T22:00:00.000Z"],
    ["2024-05-01T00:00:00-0330", "2024-05-01T03:30:00.000Z"],
    ["1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"],
    ["1600000000", "2020-09-13T12:26:40.000Z"],
    ["0", "1970-01-01T00:00:00.000Z"],
  ])("created_at[gt]=%s is %s", (text, instant) => {
    expect(read(`created_at[gt]=${text}`).created_at).toEqual({ gt: instant });
  });

  it.each([
    "2024-13-01",
    "0000-00-00",
    "2023-02-29",
    "%2B270000-01-01T00:00:00Z",
    "1e20",
    "not a date",
  ])("created_at[gt]=%s is no instant", (text) => {
    expect(() => read(`created_at[gt]=${text}`)).toThrow("gt must be a Date instance");
  });
});
