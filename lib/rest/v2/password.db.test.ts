import { describe, expect, it, vi } from "vitest";
import { db } from "../../db";
import { listOutbox } from "../../mail/outbox";
import { deactivateAdmin } from "../../team/admins";
import { allChanges, anAdmin } from "../../testing/actors";
import { anAdminWithPassword, call, PASSWORD } from "../../testing/rest-client";

const NEW = "granite-lemon-otter-cabin";
const ask = (body: unknown) => call("/auth/user/emailpass/reset-password", { body });
const update = (token: string, body: unknown = { password: NEW }) =>
  call("/auth/user/emailpass/update", { body, headers: { authorization: `Bearer ${token}` } });
const logIn = async (email: string, password: string) =>
  (await call("/auth/user/emailpass", { body: { email, password } })).status;

/** The token of the link that was mailed, as soon as it is there and is another than before. */
async function mailedTo(email: string, before?: string): Promise<string> {
  await ask({ identifier: email });
  return vi.waitFor(async () => {
    const { link } = await db().outboxMail.findFirstOrThrow({
      where: { recipient: email },
      select: { link: true },
    });
    const token = new URL(link).searchParams.get("token");
    if (!token || token === before) throw new Error("Not there yet.");
    return token;
  });
}

describe("C2 19. A forgotten password", () => {
  it("reset-password answers 201 for known and unknown alike, 400 without identifier", async () => {
    const { email } = await anAdminWithPassword();
    for (const identifier of [email, "nobody@example.com", "no address"]) {
      const answer = await ask({ identifier });
      expect([answer.status, answer.text]).toEqual([201, "Created"]);
    }
    for (const body of [{}, { identifier: 1 }, { email }]) {
      const answer = await ask(body);
      expect([answer.status, answer.body.type]).toEqual([400, "invalid_data"]);
    }
  });

  it("after update the old password fails and the new works; sessions end; the link is good for once", async () => {
    const { email } = await anAdminWithPassword();
    const before = await call("/auth/user/emailpass", { body: { email, password: PASSWORD } });
    const token = await mailedTo(email);
    const answer = await update(token);
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect([await logIn(email, PASSWORD), await logIn(email, NEW)]).toEqual([401, 200]);
    const headers = { authorization: `Bearer ${before.body.token}` };
    expect((await call("/admin/users/me", { headers })).status).toBe(401);
    expect((await update(token)).status).toBe(401);
    expect(await db().outboxMail.count({ where: { recipient: email } })).toBe(0);
    expect((await allChanges())[0]?.label).toBe(`${email} chose a new password`);
  });

  it("of two at once with one link, one sets the password", async () => {
    const { email } = await anAdminWithPassword();
    const token = await mailedTo(email);
    const statuses = (await Promise.all([update(token), update(token)])).map((a) => a.status);
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it("an expired, used, older, foreign or missing token is 401 Invalid token, whatever the password", async () => {
    const { email, id } = await anAdminWithPassword();
    const old = await mailedTo(email);
    const token = await mailedTo(email, old);
    const expired = await anAdminWithPassword();
    const late = await mailedTo(expired.email);
    await db().adminReset.update({
      where: { adminId: expired.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    for (const wrong of [old, late, "junk", ""])
      for (const password of [NEW, "short"]) {
        const answer = await update(wrong, { password });
        expect([answer.status, answer.body]).toEqual([
          401,
          { type: "unauthorized", message: "Invalid token" },
        ]);
      }
    await deactivateAdmin(await anAdmin(), id);
    expect((await update(token)).status).toBe(401);
  });

  it("a weak password is refused and does not use the link up", async () => {
    const { email } = await anAdminWithPassword();
    const token = await mailedTo(email);
    for (const body of [{}, { password: "short" }, { password: "passwordpassword" }]) {
      const answer = await update(token, body);
      expect([answer.status, answer.body.type]).toEqual([400, "invalid_data"]);
    }
    expect((await update(token)).status).toBe(200);
  });

  it("shows an admin's link in the outbox to owners only, since it makes whoever has it that admin", async () => {
    const { email } = await anAdminWithPassword("owner");
    await mailedTo(email);
    const seenBy = async (role: "owner" | "admin" | "viewer") =>
      (await listOutbox(await anAdmin(role))).find(({ to }) => to === email)?.link;
    expect(await seenBy("owner")).toContain("/new-password?token=");
    expect([await seenBy("admin"), await seenBy("viewer")]).toEqual([null, null]);
  });
});
