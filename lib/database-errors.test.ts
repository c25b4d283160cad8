import { describe, expect, it } from "vitest";
import { databaseFault, isRetryable, uniqueViolation } from "./database-errors";

/** As adapter-pg throws what a BEGIN or COMMIT met, without Prisma's wrapping. */
function adapterError(cause: object): Error {
  return Object.assign(new Error("x", { cause }), { name: "DriverAdapterError" });
}

/** As Prisma wraps what a query met. */
function wrapped(code: string, cause: object): Error {
  return Object.assign(new Error("x"), { code, meta: { driverAdapterError: { cause } } });
}

describe("a database that goes away", () => {
  it.each([
    adapterError({ kind: "ConnectionClosed" }),
    adapterError({ kind: "postgres", originalCode: "57P01" }),
    adapterError({ kind: "DatabaseNotReachable" }),
    wrapped("P2010", { kind: "TooManyConnections", originalCode: "53300" }),
    wrapped("P2028", {}),
    new Error("Connection terminated unexpectedly"),
    new Error("timeout exceeded when trying to connect"),
    new Error("Query read timeout"),
    Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
  ])("is unavailable, not unforeseen: %#", (error) => {
    expect(databaseFault(error)).toMatchObject({ code: "unavailable", retryAfter: 2 });
  });
});

it("a value that cannot be stored is invalid", () => {
  expect(databaseFault(wrapped("P2039", { originalCode: "22021" }))).toMatchObject({
    code: "invalid",
  });
});

it("anything else is nobody's rule", () => {
  expect(databaseFault(new TypeError("x is undefined"))).toBeNull();
});

it("a deadlock that shows at the commit is tried again too", () => {
  expect(
    isRetryable(adapterError({ kind: "TransactionWriteConflict", originalCode: "40001" })),
  ).toBe(true);
});

describe("a violated unique rule is read in every known shape", () => {
  it.each([
    [
      wrapped("P2002", {
        kind: "UniqueConstraintViolation",
        constraint: { fields: ['"email"', '"has_account"'] },
      }),
      ["email", "has_account"],
    ],
    [
      wrapped("P2002", {
        kind: "UniqueConstraintViolation",
        constraint: { index: "customer_email_key" },
      }),
      ["customer_email_key"],
    ],
    [Object.assign(new Error("x"), { code: "P2002", meta: { target: ["email"] } }), ["email"]],
    [Object.assign(new Error("x"), { code: "P2002", meta: {} }), []],
    [wrapped("P2010", { originalCode: "23505" }), []],
    [new Error("x"), null],
  ])("%#", (error, names) => {
    expect(uniqueViolation(error)).toEqual(names);
  });
});
