import { afterEach, describe, expect, it, vi } from "vitest";
import { DomainError } from "../errors";
import { hashPassword, isOutdated, verifyPassword } from "./password";

vi.setConfig({ testTimeout: 30_000 });

const password = "plum-violet-kettle-orbit";

describe("passwords", () => {
  it("are hashed with argon2id at today's cost, differently each time", async () => {
    const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(two);
    expect(isOutdated(one)).toBe(false);
    expect(await verifyPassword(password, one)).toBe(true);
    expect(await verifyPassword(`${password} `, one)).toBe(false);
    expect(await verifyPassword(password.toUpperCase(), one)).toBe(false);
  });

  it("count every character: two that share 72 bytes are two", async () => {
    const shared = "a-long-passphrase-".repeat(4);
    const hash = await hashPassword(`${shared}first-ending`);
    expect(shared).toHaveLength(72);
    expect(await verifyPassword(`${shared}second-ending`, hash)).toBe(false);
    expect(await verifyPassword(shared, hash)).toBe(false);
  });

  it("are the same composed and decomposed", async () => {
    const hash = await hashPassword("cafe\u0301 violet kettle");
    expect(await verifyPassword("caf\u00e9 violet kettle", hash)).toBe(true);
    expect(await verifyPassword("cafe violet kettle", hash)).toBe(false);
  });

  it("keep blanks at their ends and emoji", async () => {
    const hash = await hashPassword(" 🫖 kettle violet orbit ");
    expect(await verifyPassword(" 🫖 kettle violet orbit ", hash)).toBe(true);
    expect(await verifyPassword("🫖 kettle violet orbit", hash)).toBe(false);
  });

  it("are wrong for nobody's account and for a broken hash", async () => {
    expect(await verifyPassword(password, null)).toBe(false);
    expect(await verifyPassword(password, "$argon2id$broken")).toBe(false);
    expect(await verifyPassword(password, "none")).toBe(false);
  });

  it("of a cheaper cost are told apart, to be hashed anew", () => {
    expect(isOutdated("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")).toBe(true);
    expect(isOutdated("$2b$10$abc")).toBe(true);
  });

  it("take as long for nobody as for somebody", async () => {
    const hash = await hashPassword(password);
    const took = { somebody: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 15; round++) {
      for (const [who, against] of [
        ["somebody", hash],
        ["nobody", null],
      ] as const) {
        const start = performance.now();
        await verifyPassword("a wrong password", against);
        took[who].push(performance.now() - start);
      }
    }
    const ratio = median(took.nobody) / median(took.somebody);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe("a storm of sign-ins", () => {
  it("waits in a queue of twenty behind two, and turns the rest away at once", async () => {
    const hash = await hashPassword(password);
    const tries = Array.from({ length: 40 }, () => verifyPassword("wrong", hash));
    const results = await Promise.allSettled(tries);
    const refused = results.filter((r) => r.status === "rejected").map((r) => r.reason);
    expect(refused).toHaveLength(40 - 22);
    expect(
      refused.every((e) => e instanceof DomainError && e.code === "busy" && e.retryAfter),
    ).toBe(true);
    // and afterwards the places are free again
    expect(await verifyPassword(password, hash)).toBe(true);
  });

  it("never hashes more than two at once, also when one arrives as another leaves", async () => {
    vi.resetModules();
    let running = 0;
    let most = 0;
    vi.doMock("@node-rs/argon2", () => ({
      verify: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        return true;
      },
    }));
    const fresh = await import("./password");
    const late = async () => {
      await fresh.verifyPassword("x", "$argon2id$");
      return fresh.verifyPassword("x", "$argon2id$");
    };
    await Promise.all(Array.from({ length: 10 }, late));
    expect(most).toBe(2);
  });
});

describe("a machine where argon2 does not load", () => {
  afterEach(() => vi.doUnmock("@node-rs/argon2"));

  it("hashes with scrypt, and such a password is right everywhere", async () => {
    vi.resetModules();
    vi.doMock("@node-rs/argon2", () => {
      throw new Error("no binary");
    });
    const fresh = await import("./password");
    const hash = await fresh.hashPassword(password);
    expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await fresh.verifyPassword(password, hash)).toBe(true);
    expect(await fresh.verifyPassword("wrong", hash)).toBe(false);
    expect(await fresh.verifyPassword(password, null)).toBe(false);
    expect(await verifyPassword(password, hash)).toBe(true);
    expect(isOutdated(hash)).toBe(false);
  });
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
