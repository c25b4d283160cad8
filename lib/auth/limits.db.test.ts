import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { DomainError } from "../errors";
import { type AttemptBy, clearAttempts, networkOf, takeAttempt } from "./limits";

const someone = (fields: Partial<AttemptBy> = {}): AttemptBy => ({
  email: "ada@example.com",
  address: `203.0.113.${Math.floor(Math.random() * 200)}`,
  ...fields,
});
/** An address in a network of its own. */
const far = (n: number) => `10.${n >> 8}.${n & 255}.1`;

/** Seconds to wait, 0 for a free try. */
async function waitOf(by: AttemptBy): Promise<number> {
  try {
    await takeAttempt(by);
    return 0;
  } catch (error) {
    if (error instanceof DomainError && error.code === "limited") return error.retryAfter ?? -1;
    throw error;
  }
}

/** As if so much time had gone by since. */
async function later(span: string): Promise<void> {
  await db().$executeRaw`update attempt_limit set window_end = window_end - ${span}::interval,
    blocked_until = blocked_until - ${span}::interval`;
}

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

describe("attempts on one account", () => {
  it("of 100 at once from everywhere, exactly 10 go on to the password", async () => {
    const waits = await Promise.all(
      Array.from({ length: 100 }, (_, n) => waitOf(someone({ address: far(n) }))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    expect(waits.filter((wait) => wait > 0 && wait <= 60)).toHaveLength(90);
  });

  it("past the limit wait 1, 2, 4, 8, 15 and again 15 minutes, with one try after each", async () => {
    for (let n = 0; n < 10; n++) expect(await waitOf(someone({ address: far(n) }))).toBe(0);
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await waitOf(someone({ address: far(100) }))).toBe(minutes * 60);
      expect(await waitOf(someone({ address: far(101) }))).toBeGreaterThan(minutes * 60 - 5);
      await later(`${minutes} minutes`);
      expect(await waitOf(someone({ address: far(102) }))).toBe(0);
    }
  });

  it("are at most 60 in an hour, however patient the guesser", async () => {
    let free = 0;
    for (let minute = 0; minute < 60; minute++) {
      for (let n = 0; n < 12; n++) {
        if ((await waitOf(someone({ address: far(minute * 12 + n) }))) > 0) break;
        free++;
      }
      await later("1 minute");
    }
    expect(free).toBeGreaterThan(9);
    expect(free).toBeLessThanOrEqual(60);
  });

  it("are counted alike for an address that nobody has", async () => {
    const email = "nobody-at-all@example.com";
    for (let n = 0; n < 10; n++) expect(await waitOf(someone({ email, address: far(n) }))).toBe(0);
    expect(await waitOf(someone({ email, address: far(11) }))).toBe(60);
  });

  it("are forgotten when the password was right", async () => {
    for (let n = 0; n < 9; n++) await waitOf(someone({ address: far(n) }));
    await clearAttempts(someone({ address: far(1) }));
    for (let n = 0; n < 10; n++) expect(await waitOf(someone({ address: far(n) }))).toBe(0);
  });

  it("leave no address behind that could be read", async () => {
    await waitOf(someone());
    const keys = await db().attemptLimit.findMany({ select: { key: true } });
    expect(JSON.stringify(keys)).not.toContain("ada");
  });
});

describe("a browser that signed in before", () => {
  it("is never locked out by others", async () => {
    for (let n = 0; n < 40; n++) await waitOf(someone({ address: "198.51.100.7" }));
    expect(await waitOf(someone({ address: far(1) }))).toBeGreaterThan(0);
    expect(await waitOf(someone({ device: "known", address: "198.51.100.7" }))).toBe(0);
  });

  it("has a limit of its own, and does not lock others out either", async () => {
    const by = someone({ device: "known" });
    for (let n = 0; n < 10; n++) expect(await waitOf(by)).toBe(0);
    expect(await waitOf(by)).toBe(60);
    expect(await waitOf(someone())).toBe(0);
  });
});

describe("one network", () => {
  it("has 30 tries for all accounts together", async () => {
    const from = (n: number) => waitOf({ email: `a${n}@example.com`, address: `198.51.100.${n}` });
    const waits = [];
    for (let n = 0; n < 40; n++) waits.push(await from(n));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
  });

  it("that is stopped cannot lock further accounts", async () => {
    const address = "198.51.100.7";
    for (let n = 0; n < 31; n++) await waitOf({ email: `a${n}@example.com`, address });
    for (let n = 0; n < 20; n++) await waitOf(someone({ address }));
    expect(await waitOf(someone({ address: far(1) }))).toBe(0);
  });

  it("gets back the tries of those who knew their password", async () => {
    for (let n = 0; n < 60; n++) {
      const by = { email: `a${n}@example.com`, address: "198.51.100.7" };
      expect(await waitOf(by)).toBe(0);
      await clearAttempts(by);
    }
  });

  it.each([
    ["203.0.113.9", "203.0.113"],
    ["::ffff:203.0.113.9", "203.0.113"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("everybody", () => {
  it("together has 300 tries a minute and waits no longer than that minute", async () => {
    await db().attemptLimit.create({
      data: { key: "everybody", hits: 299, windowEnd: new Date(Date.now() + 40_000) },
    });
    expect(await waitOf(someone({ address: far(1), email: "a1@example.com" }))).toBe(0);
    const waits = [];
    for (let n = 2; n < 12; n++)
      waits.push(await waitOf(someone({ address: far(n), email: `a${n}@example.com` })));
    expect(waits.every((wait) => wait > 0 && wait <= 40)).toBe(true);
    await later("1 minute");
    expect(await waitOf(someone({ address: far(20), email: "a20@example.com" }))).toBe(0);
  });
});
