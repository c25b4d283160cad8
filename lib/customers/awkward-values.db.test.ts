import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { DomainError } from "../errors";
import { createGroup, getGroup, updateGroup } from "../groups/groups";
import { parse } from "../parse";
import { anAdmin } from "../testing/actors";
import { awkwardValues } from "../testing/awkward-values";
import { trimBlanks } from "../text";
import { setCustomerPassword } from "./customer-password";
import { createCustomer, getCustomer, updateCustomer } from "./customers";
import { customerFormInput } from "./schema";

let actor: Actor;
let serial = 0;
beforeAll(async () => {
  actor = await anAdmin();
});
const email = () => `awkward${++serial}@example.com`;
const text = awkwardValues().filter(({ value }) => typeof value === "string");
const other = awkwardValues().filter(({ value }) => typeof value !== "string");

/** The value as it was stored, or the refusal, which must be a rule of ours with a sentence on this field. */
async function stored(
  field: string,
  write: () => Promise<unknown>,
): Promise<{ value: unknown } | "refused"> {
  try {
    return { value: await write() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe("invalid");
    expect(error.fields?.[field]).toMatch(/^[A-Z].*\.$/);
    return "refused";
  }
}

describe.each(["firstName", "lastName", "companyName", "phone"] as const)(
  "%s through the form's rooms",
  (field) => {
    it("is stored as typed but for blanks at its ends, or refused by name", async () => {
      for (const { name, value, want } of text) {
        const got = await stored(field, async () => {
          const form = {
            email: email(),
            firstName: "",
            lastName: "",
            companyName: "",
            phone: "",
            password: "",
            groupIds: [],
          };
          const made = await createCustomer(
            actor,
            parse(customerFormInput, { ...form, [field]: value }),
          );
          return (await getCustomer(actor, made.id))[field];
        });
        const kept = { value: trimBlanks(value as string) || null };
        if (want === "exact") expect(got, name).toEqual({ value });
        else if (want === "refused") expect(got, name).toBe("refused");
        else if (got !== "refused") expect(got, name).toEqual(kept);
      }
    });

    it("is edited in place by the same rule, and a refused value leaves the old one", async () => {
      const made = await createCustomer(actor, { email: email(), [field]: "before" });
      for (const { name, value, want } of text) {
        const was = (await getCustomer(actor, made.id))[field];
        const got = await stored(field, async () => {
          await updateCustomer(actor, made.id, { [field]: value }, { base: { [field]: was } });
          return (await getCustomer(actor, made.id))[field];
        });
        if (want === "exact") expect(got, name).toEqual({ value });
        if (want === "refused") expect(got, name).toBe("refused");
        if (got === "refused") expect((await getCustomer(actor, made.id))[field], name).toBe(was);
      }
    });

    it("takes nothing that is not text; null clears it", async () => {
      const made = await createCustomer(actor, { email: email(), [field]: "before" });
      for (const { name, value } of other) {
        const got = await stored(field, () => updateCustomer(actor, made.id, { [field]: value }));
        if (value === null) expect((await getCustomer(actor, made.id))[field]).toBeNull();
        else expect(got, name).toBe("refused");
      }
    });
  },
);

it("an e-mail is an address in its normal form, or refused by name", async () => {
  const made = await createCustomer(actor, { email: email() });
  for (const { name, value } of awkwardValues()) {
    const got = await stored("email", () => updateCustomer(actor, made.id, { email: value }));
    if (value !== null) expect(got, name).toBe("refused");
  }
});

it("metadata comes back as it went in, or is refused by name", async () => {
  const made = await createCustomer(actor, { email: email() });
  for (const { name, value, want } of awkwardValues()) {
    for (const metadata of [value, { key: value }]) {
      const got = await stored("metadata", async () => {
        await updateCustomer(actor, made.id, { metadata });
        return (await getCustomer(actor, made.id)).metadata;
      });
      const mayPass = typeof metadata === "object" && got !== "refused";
      if (mayPass) expect(got, name).toEqual({ value: metadata });
      if (want === "exact" && metadata === value && typeof value === "object")
        expect(got, name).toEqual({ value });
    }
  }
});

it("a password is text without control characters, or refused by name", async () => {
  const made = await createCustomer(actor, { email: email() });
  for (const { name, value, want } of awkwardValues().filter((v) => v.want === "refused")) {
    const got = await stored("password", () =>
      setCustomerPassword(actor, made.id, { password: value }),
    );
    expect(got, `${name} ${want}`).toBe("refused");
  }
});

it("a group's name is stored as typed, or refused by name", async () => {
  const group = await createGroup(actor, { name: `Group ${++serial}` });
  for (const { name, value, want } of awkwardValues()) {
    const got = await stored("name", async () => {
      await updateGroup(actor, group.id, { name: value });
      return (await getGroup(actor, group.id)).name;
    });
    if (want === "exact" && typeof value === "string") expect(got, name).toEqual({ value });
    if (want === "refused" || typeof value !== "string") expect(got, name).toBe("refused");
  }
});
