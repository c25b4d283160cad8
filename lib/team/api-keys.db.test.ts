import { describe, expect, it } from "vitest";
import { systemActor } from "../auth/actors";
import { findApiKey } from "../auth/api-key";
import { change } from "../changes/change";
import { db } from "../db";
import { allChanges, anAdmin } from "../testing/actors";
import { changeRole, deactivateAdmin } from "./admins";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys";

const input = (access = "write") => ({ title: "Nightly script", access });

describe("API tokens", () => {
  it("are shown once and kept nowhere", async () => {
    const admin = await anAdmin("admin");
    const { id, token } = await createApiKey(admin, input());
    expect(token).toMatch(/^sk_[0-9a-f]{64}$/);
    const [row] = await db().$queryRaw<{ all: string }[]>`
      select (select string_agg(k::text, '') from api_key k) || (select string_agg(r::text, '') from change_row r) as all`;
    expect(row?.all).not.toContain(token);
    const listed = (await listApiKeys(admin)).find((key) => key.id === id);
    expect(listed?.redacted).toBe(`${token.slice(0, 6)}***${token.slice(-3)}`);
    expect(
      JSON.stringify(await allChanges(), (_k, v) => (typeof v === "bigint" ? 0 : v)),
    ).not.toContain(token);
  });

  it("note their use, at most once a minute, without leaving a change", async () => {
    const admin = await anAdmin("admin");
    const { id, token } = await createApiKey(admin, input());
    const changes = await db().changeSet.count();
    await findApiKey(token);
    const { lastUsedAt } = await db().apiKey.findUniqueOrThrow({ where: { id } });
    expect(lastUsedAt).not.toBeNull();
    await findApiKey(token);
    expect((await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt).toEqual(lastUsedAt);
    expect(await db().changeSet.count()).toBe(changes);
  });

  it("end at once when revoked, when they expire, and when their maker is deactivated", async () => {
    const [owner, admin] = [await anAdmin("owner"), await anAdmin("admin")];
    const [one, two, three] = [
      await createApiKey(admin, input()),
      await createApiKey(admin, input()),
      await createApiKey(admin, input()),
    ];
    await revokeApiKey(admin, one.id);
    expect(await findApiKey(one.token)).toBeNull();
    await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) =>
      tx.apiKey.update({ where: { id: two.id }, data: { expiresAt: new Date(0) } }),
    );
    expect(await findApiKey(two.token)).toBeNull();
    expect(await findApiKey(three.token)).not.toBeNull();
    await deactivateAdmin(owner, admin.id);
    expect(await findApiKey(three.token)).toBeNull();
    const working = (await listApiKeys(owner)).filter((key) => key.createdBy === admin.id);
    expect(working.map((key) => key.makerActive)).toEqual([false, false, false]);
  });

  it("never do more than their maker may now", async () => {
    const [owner, admin] = [await anAdmin("owner"), await anAdmin("admin")];
    const { token } = await createApiKey(admin, input("write"));
    await changeRole(owner, { id: admin.id, role: "viewer" });
    expect((await findApiKey(token))?.makerRole).toBe("viewer");
  });

  it("are made and revoked by nobody who may only read", async () => {
    const [viewer, admin] = [await anAdmin("viewer"), await anAdmin("admin")];
    const { id } = await createApiKey(admin, input());
    await expect(createApiKey(viewer, input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeApiKey(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of somebody else are revoked by an owner only", async () => {
    const [owner, maker, other] = [
      await anAdmin("owner"),
      await anAdmin("admin"),
      await anAdmin("admin"),
    ];
    const { id, token } = await createApiKey(maker, input());
    await expect(revokeApiKey(other, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await findApiKey(token)).not.toBeNull();
    await revokeApiKey(owner, id);
    expect(await findApiKey(token)).toBeNull();
    await expect(revokeApiKey(owner, "apk_none")).rejects.toMatchObject({ code: "not_found" });
  });
});
