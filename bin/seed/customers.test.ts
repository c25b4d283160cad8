import { describe, expect, it } from "vitest";
import { customerFields } from "@/lib/customers/schema";
import { metadataFault } from "@/lib/metadata";
import { makeUpCustomers } from "./customers.mjs";

const until = new Date("2026-11-25T15:00:00Z");
const make = (given = {}) => [...makeUpCustomers({ count: 5_000, seed: 3, until, ...given })];
const people = make();
const customers = people.map(({ customer }) => customer);

/** Ranges that the regulators keep for fiction, by their digits. */
const NOWHERE = [
  /^1?\d{3}55501\d\d$/,
  /^(44|0|0044)0?7700900\d{3}$/,
  /^(44|0|0044)0?2079460\d{3}$/,
  /^01214960\d{3}$/,
  /^(353|0)2091\d{5}$/,
  /^(49|0049|0)0?(3023125|8999998|2214710|4066969)\d{3}$/,
  /^(33|0)0?(19900\d{4}|63998\d{4}|46571\d{4})$/,
  /^(46|0)(8465004\d\d|70174062\d)$/,
  /^(61|0)491570(156|157|158|110)$/,
  /^(61|0)[23](5550|7010)\d{4}$/,
];

describe("made-up customers", () => {
  it("are the same for the same seed and others for another", () => {
    expect(make({ count: 500 })).toEqual(make({ count: 500 }));
    expect(make({ count: 500, seed: 4 })).not.toEqual(make({ count: 500 }));
  });

  it("hold only values that a form would take, letter for letter", () => {
    for (const customer of customers) {
      const values = {
        email: customer.email,
        firstName: customer.first_name,
        lastName: customer.last_name,
        companyName: customer.company_name,
        phone: customer.phone,
      };
      for (const [field, value] of Object.entries(values))
        expect(customerFields[field as keyof typeof values].parse(value)).toBe(value);
      if (customer.metadata) expect(metadataFault(customer.metadata)).toBeNull();
    }
  });

  it("can be written to nowhere and called nowhere", () => {
    for (const { email, phone } of customers) {
      if (email) expect(email).toMatch(/@example\.(com|org|net)$/);
      const digits = phone?.replace(/\D/g, "") ?? "";
      if (digits)
        expect(
          NOWHERE.filter((range) => range.test(digits)),
          phone,
        ).not.toEqual([]);
    }
  });

  it("share an e-mail at most as one guest and one account", () => {
    const taken = customers.filter(({ email }) => email);
    const keys = taken.map(({ email, has_account }) => `${email} ${has_account}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(taken.map(({ email }) => email)).size).toBeLessThan(keys.length);
  });

  it("keep their addresses apart from those of an earlier run by a tag", () => {
    const before = new Set(customers.map(({ email }) => email));
    const added = make({ tag: "x7" }).map(({ customer }) => customer.email);
    expect(added.filter((email) => email && before.has(email))).toEqual([]);
  });

  it("came in order over three years until now, by day more than by night", () => {
    const times = customers.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort());
    expect(times[0]?.slice(0, 7)).toBe("2023-11");
    expect(times.at(-1)! <= until.toISOString()).toBe(true);
    expect(times.at(-1)?.slice(0, 7)).toBe("2026-11");
    const hours = times.map((time) => Number(time.slice(11, 13)));
    const between = (from: number, to: number) => hours.filter((h) => h >= from && h < to).length;
    expect(between(9, 21)).toBeGreaterThan(5 * between(0, 5));
  });

  it("are of many kinds: accounts, guests, firms, single names, long names, many scripts", () => {
    const share = (is: (customer: (typeof customers)[number]) => unknown) =>
      customers.filter(is).length / customers.length;
    expect(share(({ has_account }) => has_account)).toBeCloseTo(0.35, 1);
    expect(share(({ first_name, last_name }) => !first_name && !last_name)).toBeGreaterThan(0.01);
    expect(share(({ first_name, last_name }) => !first_name !== !last_name)).toBeGreaterThan(
      0.0005,
    );
    const names = customers.map(({ first_name, last_name }) => `${first_name} ${last_name}`);
    for (const script of [
      "Greek",
      "Cyrillic",
      "Arabic",
      "Hebrew",
      "Thai",
      "Devanagari",
      "Han",
      "Hangul",
      "Hiragana",
      "Armenian",
    ])
      expect(
        names.filter((name) => new RegExp(`\\p{Script=${script}}`, "u").test(name)),
        script,
      ).not.toEqual([]);
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(100);
    const countries = new Set(people.flatMap((p) => p.addresses.map((a) => a.country_code)));
    expect(countries.size).toBeGreaterThan(35);
  });

  it("fill addresses in completely and mark one as the default of each kind", () => {
    for (const { addresses } of people) {
      for (const address of addresses) expect(JSON.stringify(address)).not.toMatch(/[#*|@]/);
      if (addresses.length === 0) continue;
      expect(addresses.filter((address) => address.is_default_shipping)).toHaveLength(1);
      expect(addresses.filter((address) => address.is_default_billing)).toHaveLength(1);
    }
  });
});
