import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "../auth/actors";
import { tokenHash } from "../auth/tokens";
import { change } from "../changes/change";
import { db } from "../db";
import { claimShop, isSetUp, isSetUpToken, provisionOwner } from "./set-up";

process.env.CLIENTELE_OWNER_EMAIL = "Owner@Example.com";
process.env.CLIENTELE_OWNER_PASSWORD = "plum-violet-kettle-orbit";

const token = "the-token-that-the-launcher-printed-0000000";
const visitor = { address: "203.0.113.9", userAgent: "Test" };
const input = (fields: object = {}) => ({
  token,
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "",
  password: "plum-violet-kettle-orbit",
  ...fields,
});

beforeEach(async () => {
  await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) => tx.admin.deleteMany());
  await db().setupClaim.deleteMany();
  await db().setupToken.deleteMany();
  await db().setupToken.create({ data: { tokenHash: tokenHash(token) } });
});

describe("claimShop", () => {
  it("makes one owner and is over then", async () => {
    expect(await isSetUpToken(token)).toBe(true);
    const owner = await claimShop(input(), visitor);
    expect(await db().admin.findMany()).toMatchObject([{ id: owner.id, role: "owner" }]);
    expect(await isSetUp()).toBe(true);
    expect(await isSetUpToken(token)).toBe(false);
    expect((await db().authEvent.findFirst({ where: { kind: "set_up" } }))?.adminId).toBe(owner.id);
  });

  it.each([
    ["with addresses of their own", (n: number) => ({ email: `ada${n}@example.com` })],
    ["with one address", () => ({})],
  ])("of 20 at once %s makes one owner, and tells 19 that there is one", async (_case, fields) => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => claimShop(input(fields(n)), visitor)),
    );
    expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
    const reasons = tries.filter((t) => t.status === "rejected").map((t) => t.reason.code);
    expect(reasons).toEqual(Array(19).fill("conflict"));
    expect(await db().admin.count()).toBe(1);
  });

  it.each(["wrong", "", token.slice(1), `${token} `])("refuses the token %j", async (wrong) => {
    const code = wrong ? "forbidden" : "invalid";
    await expect(claimShop(input({ token: wrong }), visitor)).rejects.toMatchObject({ code });
    expect(await db().admin.count()).toBe(0);
  });

  it("stays over when every admin is gone", async () => {
    await claimShop(input(), visitor);
    await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) => tx.admin.deleteMany());
    expect(await isSetUp()).toBe(true);
    await expect(claimShop(input(), visitor)).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps the token for another try when a field needs another look", async () => {
    await expect(claimShop(input({ password: "short" }), visitor)).rejects.toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    await expect(claimShop(input({ role: "owner" }), visitor)).rejects.toMatchObject({
      fields: { role: expect.any(String) },
    });
    await claimShop(input(), visitor);
  });
});

describe("provisionOwner", () => {
  it("on several instances at once makes one owner", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => provisionOwner()));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await db().admin.findMany()).toMatchObject([
      { email: "owner@example.com", role: "owner" },
    ]);
    expect(await provisionOwner()).toBe(false);
  });
});
