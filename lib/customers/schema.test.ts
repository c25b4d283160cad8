import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { parse } from "../parse";
import { customerLabel } from "./label";
import { customerFormInput } from "./schema";
import { createCustomerInput } from "./write-schema";

const form = {
  email: "jane@example.com",
  firstName: "",
  lastName: "",
  companyName: "",
  phone: "",
  password: "",
  groupIds: [],
};

function fieldsOf(input: unknown): Record<string, string> | undefined {
  try {
    parse(customerFormInput, input);
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.fields : undefined;
  }
}

describe("what to call a customer", () => {
  it.each([
    [{ firstName: "Suharti" }, "Suharti"],
    [{ lastName: "Cher" }, "Cher"],
    [{ firstName: "Jane", lastName: "Doe", companyName: "Co", email: "j@example.com" }, "Jane Doe"],
    [
      { firstName: null, lastName: null, companyName: "North Tea", email: "t@example.com" },
      "North Tea",
    ],
    [
      { firstName: null, lastName: null, companyName: null, email: "t@example.com" },
      "t@example.com",
    ],
    [{ phone: "112" }, "112"],
    [{}, "Unnamed customer"],
  ])("%j is %s", (customer, label) => {
    expect(customerLabel(customer)).toBe(label);
  });
});

describe("the form", () => {
  it("makes a guest of an empty password, and null of what was left empty", () => {
    expect(parse(customerFormInput, form)).toEqual({
      email: "jane@example.com",
      firstName: null,
      lastName: null,
      companyName: null,
      phone: null,
      password: undefined,
      groupIds: [],
    });
  });

  it("answers one sentence for each wrong field at once", () => {
    expect(
      fieldsOf({
        ...form,
        email: "jane@",
        firstName: "A\u0000",
        phone: "1".repeat(101),
        password: "short",
      }),
    ).toEqual({
      email: expect.stringContaining("e-mail address"),
      firstName: expect.stringContaining("control characters"),
      phone: "Use at most 100 characters (now 101).",
      password: expect.stringContaining("8 characters"),
    });
  });

  it("takes a password as typed, blanks and all", () => {
    expect(parse(customerFormInput, { ...form, password: "  two words " }).password).toBe(
      "  two words ",
    );
  });

  it("refuses a field it does not know, and a field that is missing", () => {
    expect(fieldsOf({ ...form, hasAccount: true })).toHaveProperty("hasAccount");
    const { phone, ...without } = form;
    expect(phone).toBe("");
    expect(fieldsOf(without)).toHaveProperty("phone");
  });

  it("may run twice: what comes out of the browser is what the server takes", () => {
    const once = parse(customerFormInput, {
      ...form,
      email: " Jane@Example.com ",
      firstName: " Jane ",
    });
    expect(parse(customerFormInput, once)).toEqual(once);
    expect(parse(createCustomerInput, once)).toEqual(once);
  });

  it.each([
    "+1 617 555 0100 ext. 100",
    "+1-617-555-0100-x11",
    "617.555.0100 x11",
    "(0)20 7946 0101",
    "+44 (0)20 7946 0101",
    "0800-FLOWERS",
    "112",
    "+49 30 23125 010 / -011",
    "02079460101",
    "+447700900123",
    "00442079460101",
  ])("keeps the phone %s as typed", (phone) => {
    expect(parse(customerFormInput, { ...form, phone }).phone).toBe(phone);
  });
});
