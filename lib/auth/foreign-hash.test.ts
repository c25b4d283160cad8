import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { FIRST_GENERATION, medusaHash, SECOND_GENERATION } from "../testing/medusa-hash";
import { foreignHash, verifyForeign } from "./foreign-hash";
import { hashPassword, isOutdated, verifyPassword } from "./password";

const password = "plum-violet-kettle-orbit";

describe("a hash from Medusa", () => {
  it.each([
    ["first", FIRST_GENERATION],
    ["second", SECOND_GENERATION],
    ["second, at a cost of the shop's own", { logN: 16, r: 8, p: 2 }],
  ])("of the %s generation is right for its password and for no other", async (_, cost) => {
    const hash = foreignHash(await medusaHash(password, cost)) ?? "";
    expect(hash).toMatch(/^\$scrypt-kdf\$c2NyeXB0/);
    expect(await verifyPassword(password, hash)).toBe(true);
    expect(await verifyPassword(`${password} `, hash)).toBe(false);
    expect(await verifyPassword("", hash)).toBe(false);
  });

  it("is to be made anew", async () => {
    expect(isOutdated(foreignHash(await medusaHash(password)) ?? "")).toBe(true);
  });

  it.each(["NFC", "NFD"] as const)(
    "is right for the same letters when made of %s",
    async (form) => {
      const hash = foreignHash(await medusaHash("café violet".normalize(form))) ?? "";
      expect(await verifyPassword("café violet".normalize("NFC"), hash)).toBe(true);
      expect(await verifyPassword("café violet".normalize("NFD"), hash)).toBe(true);
      expect(await verifyPassword("cafe violet", hash)).toBe(false);
    },
  );

  it("is refused when it is none, cut short or damaged", async () => {
    const good = Buffer.from(await medusaHash(password), "base64");
    const damaged = Buffer.from(good);
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    const others = [
      "",
      "none",
      "$2b$10$abcdefghijklmnopqrstuv",
      good.subarray(0, 95).toString("base64"),
      damaged.toString("base64"),
    ];
    expect(others.map(foreignHash)).toEqual(others.map(() => null));
  });

  it("with a changed seal is right for nobody", async () => {
    const bytes = Buffer.from(await medusaHash(password), "base64");
    bytes[95] = (bytes[95] ?? 0) ^ 1;
    expect(await verifyPassword(password, foreignHash(bytes.toString("base64")) ?? "")).toBe(false);
  });

  it.each([
    ["four gigabytes", 25, 8, 1],
    ["minutes", 14, 8, 4096],
    ["a block of the largest size", 1, 2 ** 32 - 1, 1],
    ["every processor", 1, 1, 2 ** 32 - 1],
    ["a number without bounds", 255, 8, 1],
    ["nothing at all", 0, 8, 1],
    ["no block", 15, 0, 1],
    ["no lane", 15, 8, 0],
  ])("that asks for %s is refused, and verifying it costs nothing", async (_, logN, r, p) => {
    const base64 = headed(logN, r, p);
    expect(foreignHash(base64)).toBeNull();
    const start = performance.now();
    expect(await verifyForeign(password, `$scrypt-kdf$${base64}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(50);
  });

  it("of the first generation takes as long as one of ours, cheap as it is", async () => {
    const ours = await hashPassword(password);
    const theirs = foreignHash(await medusaHash(password)) ?? "";
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < 15; round++) {
      times.ours.push(await timeOf(ours));
      times.theirs.push(await timeOf(theirs));
    }
    const ratio = median(times.theirs) / median(times.ours);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

/** A hash whose header is in order and asks for this. */
function headed(logN: number, r: number, p: number): string {
  const bytes = Buffer.alloc(96, 7);
  bytes.write("scrypt\0", 0, "latin1");
  bytes[7] = logN;
  bytes.writeUInt32BE(r, 8);
  bytes.writeUInt32BE(p, 12);
  createHash("sha256").update(bytes.subarray(0, 48)).digest().copy(bytes, 48, 0, 16);
  return bytes.toString("base64");
}

async function timeOf(hash: string): Promise<number> {
  const start = performance.now();
  await verifyPassword("a wrong password", hash);
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
