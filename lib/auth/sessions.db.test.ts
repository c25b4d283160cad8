import { describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { db } from "../db";
import { deactivateAdmin, reactivateAdmin } from "../team/admins";
import { anAdmin } from "../testing/actors";
import { createSession, findSession, revokeSession, type SessionKind } from "./sessions";

const visitor = { address: "203.0.113.9", userAgent: "Test" };

async function aSession(admin: Actor, kind: SessionKind = "desk") {
  const session = await createSession(db(), { id: admin.id, credentialVersion: 1 }, kind, visitor);
  if (!session) throw new Error("no session");
  return session;
}

/** As if so much time had gone by since the session was made and last seen. */
function later(id: string, span: string) {
  return db().$executeRaw`update admin_session set created_at = created_at - ${span}::interval,
    last_seen_at = last_seen_at - ${span}::interval, expires_at = expires_at - ${span}::interval where id = ${id}`;
}

const isLive = async (token: string, kinds: SessionKind[] = ["desk"]) =>
  (await findSession(token, kinds)) !== null;

describe("a session", () => {
  it("is over at once when it is revoked, for every copy of its cookie", async () => {
    const { id, token } = await aSession(await anAdmin());
    expect(await isLive(token)).toBe(true);
    await revokeSession(id);
    expect(await isLive(token)).toBe(false);
  });

  it("is over after 30 idle minutes, and each request begins them anew", async () => {
    const { id, token } = await aSession(await anAdmin());
    await later(id, "29 minutes");
    expect(await isLive(token)).toBe(true);
    await later(id, "29 minutes");
    expect(await isLive(token)).toBe(true);
    await later(id, "31 minutes");
    expect(await isLive(token)).toBe(false);
  });

  it("is over after 12 hours, however busy", async () => {
    const { id, token } = await aSession(await anAdmin());
    for (let half = 0; half < 24; half++) {
      expect(await isLive(token)).toBe(true);
      await db()
        .$executeRaw`update admin_session set expires_at = expires_at - interval '30 minutes' where id = ${id}`;
    }
    expect(await isLive(token)).toBe(false);
  });

  it("of the API outlives idleness but not its own end", async () => {
    const { id, token } = await aSession(await anAdmin(), "v1_token");
    await later(id, "23 hours");
    expect(await isLive(token, ["v1_token"])).toBe(true);
    await later(id, "2 hours");
    expect(await isLive(token, ["v1_token"])).toBe(false);
  });

  it("opens only the door it was made for", async () => {
    const { token } = await aSession(await anAdmin(), "v1_token");
    expect(await isLive(token, ["desk"])).toBe(false);
    expect(await isLive(token, ["v1_cookie"])).toBe(false);
  });

  it("is over at once when its admin is deactivated, and stays so after a reactivation", async () => {
    const [owner, admin] = [await anAdmin("owner"), await anAdmin("admin")];
    const { token } = await aSession(admin);
    await deactivateAdmin(owner, admin.id);
    expect(await isLive(token)).toBe(false);
    await reactivateAdmin(owner, admin.id);
    expect(await isLive(token)).toBe(false);
  });

  it("cannot be started for a deactivated admin, nor on credentials of before", async () => {
    const [owner, admin] = [await anAdmin("owner"), await anAdmin("admin")];
    await deactivateAdmin(owner, admin.id);
    const start = (credentialVersion: number) =>
      createSession(db(), { id: admin.id, credentialVersion }, "desk", visitor);
    expect(await start(2)).toBeNull();
    await reactivateAdmin(owner, admin.id);
    expect(await start(1)).toBeNull();
    expect(await start(2)).not.toBeNull();
  });

  it("carries the role its admin has now", async () => {
    const admin = await anAdmin("admin");
    const { token } = await aSession(admin);
    const { changeRole } = await import("../team/admins");
    await changeRole(await anAdmin("owner"), { id: admin.id, role: "viewer" });
    expect((await findSession(token, ["desk"]))?.admin.role).toBe("viewer");
  });

  it.each(["", "x", "0".repeat(64), "'; select 1 --"])(
    "is not made by asking for %j",
    async (token) => expect(await isLive(token)).toBe(false),
  );
});
