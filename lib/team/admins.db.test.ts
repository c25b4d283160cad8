import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "../auth/actors";
import { findApiKey } from "../auth/api-key";
import { findSession } from "../auth/sessions";
import { credentialsInput, signIn } from "../auth/sign-in";
import { change } from "../changes/change";
import { db } from "../db";
import { allChanges, anAdmin } from "../testing/actors";
import {
  changeOwnPassword,
  changeRole,
  createAdmin,
  deactivateAdmin,
  listAdmins,
  reactivateAdmin,
} from "./admins";
import { createApiKey } from "./api-keys";

const password = "plum-violet-kettle-orbit";
const another = "seven umbrellas dance slowly";
const visitor = { address: "203.0.113.9", userAgent: "Test" };

let serial = 0;
const input = (fields: object = {}) => ({
  email: `ada${serial++}@example.com`,
  firstName: "Ada",
  lastName: "Lovelace",
  role: "admin",
  password,
  ...fields,
});
const enter = (email: string, secret = password) =>
  signIn(credentialsInput.parse({ email, password: secret }), "desk", visitor);
const isLive = async (token: string) => (await findSession(token, ["desk"])) !== null;
const refusal = (code: string, fields?: object) =>
  expect.objectContaining({ code, ...(fields && { fields: expect.objectContaining(fields) }) });

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

describe("createAdmin", () => {
  it("makes somebody who can sign in, with the address in its normal form", async () => {
    const owner = await anAdmin("owner");
    const { id } = await createAdmin(owner, input({ email: " Grace@Example.COM " }));
    expect(await enter("grace@example.com")).toMatchObject({ adminId: id });
    const member = (await listAdmins(owner)).find((admin) => admin.id === id);
    expect(member).toMatchObject({ email: "grace@example.com", role: "admin", apiKeys: 0 });
    expect(member?.lastSignInAt).toMatch(/^\d{4}-.*Z$/);
    expect(JSON.stringify(member)).not.toContain("argon2");
  });

  it("of 10 at once with one address makes one, and tells the others on the field", async () => {
    const [owner, same] = [await anAdmin("owner"), input()];
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => createAdmin(owner, same)),
    );
    const refused = tries.filter((t) => t.status === "rejected").map((t) => t.reason);
    expect(refused).toHaveLength(9);
    for (const reason of refused)
      expect(reason).toEqual(refusal("duplicate", { email: expect.any(String) }));
  });

  it("sent again with the same request key makes nobody twice, and keeps no trace of the password", async () => {
    const [owner, same] = [await anAdmin("owner"), input()];
    const first = await createAdmin(owner, same, "one-intent-0001");
    expect(await createAdmin(owner, same, "one-intent-0001")).toEqual(first);
    const kept = await db().requestKey.findMany({ where: { actorId: owner.id } });
    expect(JSON.stringify(kept)).not.toContain(password);
  });

  it.each([
    ["a short password", { password: "short" }, "password"],
    ["a guessable password", { password: "password12345678" }, "password"],
    ["no password", { password: "" }, "password"],
    ["no address", { email: "ada" }, "email"],
    ["no name", { firstName: " " }, "firstName"],
    ["an unknown role", { role: "god" }, "role"],
    ["an unknown field", { passwordHash: "x" }, "passwordHash"],
    ["an object for an address", { email: { contains: "" } }, "email"],
  ])("refuses %s on its field", async (_case, fields, field) => {
    await expect(createAdmin(await anAdmin("owner"), input(fields))).rejects.toEqual(
      refusal("invalid", { [field]: expect.any(String) }),
    );
  });

  it("never writes a password or its hash into the history", async () => {
    await createAdmin(await anAdmin("owner"), input());
    const history = JSON.stringify(await allChanges(), (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(history).not.toContain(password);
    expect(history).not.toContain("$argon2id$");
    expect(history).toContain("(hidden)");
  });
});

describe("only an owner may change the team", () => {
  it.each(["admin", "viewer"] as const)("not %s", async (role) => {
    const [me, victim] = [await anAdmin(role), await anAdmin("viewer")];
    const refused = refusal("forbidden");
    await expect(createAdmin(me, input())).rejects.toEqual(refused);
    await expect(changeRole(me, { id: me.id, role: "owner" })).rejects.toEqual(refused);
    await expect(deactivateAdmin(me, victim.id)).rejects.toEqual(refused);
    await expect(reactivateAdmin(me, victim.id)).rejects.toEqual(refused);
  });
});

describe("deactivateAdmin", () => {
  it("ends sessions, tokens and sign-in at once", async () => {
    const owner = await anAdmin("owner");
    const fields = input();
    const { id } = await createAdmin(owner, fields);
    const sessions = await Promise.all([enter(fields.email), enter(fields.email)]);
    const { token } = await createApiKey({ ...(await anAdmin("admin")), id } as never, {
      title: "Script",
      access: "write",
    });
    expect(await findApiKey(token)).not.toBeNull();
    await deactivateAdmin(owner, id);
    for (const session of sessions) expect(await isLive(session?.token ?? "")).toBe(false);
    expect(await findApiKey(token)).toBeNull();
    expect(await enter(fields.email)).toBeNull();
    await reactivateAdmin(owner, id);
    for (const session of sessions) expect(await isLive(session?.token ?? "")).toBe(false);
    expect(await findApiKey(token)).not.toBeNull();
    expect(await enter(fields.email)).not.toBeNull();
  });

  it("twice leaves one trace", async () => {
    const [owner, admin] = [await anAdmin("owner"), await anAdmin("admin")];
    await deactivateAdmin(owner, admin.id);
    const before = await db().changeSet.count();
    await deactivateAdmin(owner, admin.id);
    expect(await db().changeSet.count()).toBe(before);
  });

  it("refuses oneself and nobody", async () => {
    const owner = await anAdmin("owner");
    await expect(deactivateAdmin(owner, owner.id)).rejects.toEqual(refusal("forbidden"));
    await expect(deactivateAdmin(owner, "usr_nobody")).rejects.toEqual(refusal("not_found"));
  });
});

describe("the shop never loses its last owner", () => {
  beforeEach(retire);

  it("by a demotion of oneself", async () => {
    const owner = await anAdmin("owner");
    await expect(changeRole(owner, { id: owner.id, role: "admin" })).rejects.toEqual(
      refusal("forbidden"),
    );
    expect(await owners()).toBe(1);
  });

  it("when two demote each other, fifty times over", async () => {
    for (let round = 0; round < 50; round++) {
      const [one, two] = [await anAdmin("owner"), await anAdmin("owner")];
      await Promise.allSettled([
        changeRole(one, { id: two.id, role: "admin" }),
        changeRole(two, { id: one.id, role: "viewer" }),
      ]);
      expect(await owners()).toBe(1);
      await retire();
    }
  });

  it("when two deactivate each other at once", async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [await anAdmin("owner"), await anAdmin("owner")];
      const done = await Promise.allSettled([
        deactivateAdmin(one, two.id),
        deactivateAdmin(two, one.id),
      ]);
      expect(done.filter((d) => d.status === "fulfilled")).toHaveLength(1);
      expect(await owners()).toBe(1);
      await retire();
    }
  });

  const owners = () => db().admin.count({ where: { role: "owner", deactivatedAt: null } });

  async function retire() {
    await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) =>
      tx.admin.updateMany({ where: { role: "owner" }, data: { role: "viewer" } }),
    );
  }
});

describe("changeOwnPassword", () => {
  async function someone() {
    const fields = input();
    const { id } = await createAdmin(await anAdmin("owner"), fields);
    const [here, elsewhere] = [await enter(fields.email), await enter(fields.email)];
    const me = { ...(await anAdmin("viewer")), id } as never;
    return {
      me,
      id,
      email: fields.email,
      here: here?.token ?? "",
      elsewhere: elsewhere?.token ?? "",
    };
  }

  it("ends every session and opens a new one here", async () => {
    const { me, email, here, elsewhere } = await someone();
    const { token } = await changeOwnPassword(
      me,
      { current: password, password: another },
      visitor,
    );
    expect([await isLive(here), await isLive(elsewhere), await isLive(token)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await enter(email)).toBeNull();
    expect(await enter(email, another)).not.toBeNull();
  });

  it("refuses a wrong present password, and after ten of them asks to wait", async () => {
    const { me, email } = await someone();
    const guess = () => changeOwnPassword(me, { current: "wrong", password: another }, visitor);
    for (let n = 0; n < 10; n++)
      await expect(guess()).rejects.toEqual(refusal("invalid", { current: expect.any(String) }));
    await expect(guess()).rejects.toEqual(refusal("limited"));
    expect(await enter(email)).not.toBeNull();
  });

  it("refuses a weak new password on its field", async () => {
    const { me } = await someone();
    await expect(
      changeOwnPassword(me, { current: password, password: "password12345678" }, visitor),
    ).rejects.toEqual(refusal("invalid", { password: expect.any(String) }));
  });

  it("of two at once lets one win", async () => {
    const { me, email } = await someone();
    const third = "copper lantern beneath willow";
    const done = await Promise.allSettled([
      changeOwnPassword(me, { current: password, password: another }, visitor),
      changeOwnPassword(me, { current: password, password: third }, visitor),
    ]);
    expect(done.filter((d) => d.status === "fulfilled")).toHaveLength(1);
    const right = await Promise.all([enter(email, another), enter(email, third), enter(email)]);
    expect(right.filter(Boolean)).toHaveLength(1);
  });

  it("does not let a sign-in with the old password slip through", async () => {
    const { me, email } = await someone();
    const [entered] = await Promise.all([
      enter(email),
      changeOwnPassword(me, { current: password, password: another }, visitor),
    ]);
    expect(entered && (await isLive(entered.token))).toBeFalsy();
  });
});
