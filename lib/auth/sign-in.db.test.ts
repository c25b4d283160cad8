import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { change } from "../changes/change";
import { db } from "../db";
import { DomainError } from "../errors";
import { createAdmin, deactivateAdmin } from "../team/admins";
import { anAdmin } from "../testing/actors";
import { systemActor } from "./actors";
import { SESSION_COOKIE, sealSession } from "./cookies";
import { newDevice } from "./device";
import { findSession } from "./sessions";
import { credentialsInput, signIn } from "./sign-in";
import { signOut } from "./sign-out";

const password = "plum-violet-kettle-orbit";
const email = "ada@example.com";
let adminId: string;

const visitor = { address: "203.0.113.9", userAgent: "Test" };
const attempt = (fields: object, by = visitor) =>
  signIn(credentialsInput.parse({ email, password, ...fields }), "desk", by);

beforeAll(async () => {
  const owner = await anAdmin("owner");
  const input = { email, password, firstName: "Ada", lastName: null, role: "admin" };
  adminId = (await createAdmin(owner, input)).id;
  const gone = await createAdmin(owner, { ...input, email: "gone@example.com" });
  await deactivateAdmin(owner, gone.id);
});

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
  await db().authEvent.deleteMany();
});

describe("signIn", () => {
  it("starts a session whose token is nowhere in the database", async () => {
    const session = await attempt({});
    expect(session?.token).toMatch(/^[0-9a-f]{64}$/);
    expect((await findSession(session?.token ?? "", ["desk"]))?.admin.id).toBe(adminId);
    const [row] = await db().$queryRaw<{ all: string }[]>`
      select string_agg(s::text, '') as all from admin_session s`;
    expect(row?.all).not.toContain(session?.token);
  });

  it("leaves one note of each coming and going", async () => {
    const session = await attempt({});
    const cookie = `${SESSION_COOKIE}=${await sealSession(session?.token ?? "")}`;
    await signOut(new Headers({ cookie, "x-clientele-address": "203.0.113.9" }));
    await signOut(new Headers({ cookie }));
    await signOut(new Headers());
    expect(await findSession(session?.token ?? "", ["desk"])).toBeNull();
    const events = await db().authEvent.findMany({ orderBy: { id: "asc" } });
    expect(events.map((event) => [event.kind, event.adminId, event.address])).toEqual([
      ["signed_in", adminId, "203.0.113.9"],
      ["signed_out", adminId, "203.0.113.9"],
    ]);
  });

  it.each(["Ada@Example.com ", " ADA@EXAMPLE.COM", "\u200bada@example.com\t", "ada@example。com"])(
    "knows %j for the same address",
    async (typed) => expect(await attempt({ email: typed })).not.toBeNull(),
  );

  it.each([
    ["a wrong password", { password: "plum-violet-kettle-orbiT" }],
    ["a trailing blank", { password: `${password} ` }],
    ["a leading blank", { password: ` ${password}` }],
    ["an unknown address", { email: "nobody@example.com" }],
    ["a deactivated admin", { email: "gone@example.com" }],
    ["what is no address", { email: "ada" }],
    ["a NUL in the address", { email: "ada\u0000@example.com" }],
    ["half of a surrogate pair", { email: "ada\ud83e@example.com" }],
    ["a pattern", { email: "%" }],
  ])("answers null, nothing else, for %s", async (_case, fields) => {
    const before = await db().adminSession.count();
    expect(await attempt(fields)).toBeNull();
    expect(await db().adminSession.count()).toBe(before);
    const events = await db().authEvent.findMany();
    expect(events.map((event) => [event.kind, event.adminId])).toEqual([["sign_in_failed", null]]);
  });

  it.each([
    { email: { contains: "" } },
    { email: ["ada@example.com"] },
    { email: null },
    { email: undefined },
    { password: { not: "" } },
    { password: "" },
    { password: 15 },
  ])("takes strings and nothing else: %j is no credential", (fields) => {
    expect(credentialsInput.safeParse({ email, password, ...fields }).success).toBe(false);
  });

  it("notes a lock once, and the wrong passwords before it", async () => {
    for (let n = 0; n < 14; n++) await attempt({ password: "wrong" }).catch(() => null);
    const kinds = (await db().authEvent.findMany()).map((event) => event.kind);
    expect(kinds.filter((kind) => kind === "sign_in_failed")).toHaveLength(10);
    expect(kinds.filter((kind) => kind === "sign_in_locked")).toHaveLength(1);
  });

  it("of 60 wrong ones at once lets at most 10 reach the password", async () => {
    const tries = Array.from({ length: 60 }, (_, n) =>
      attempt({ password: `wrong ${n}` }, { ...visitor, address: `10.9.${n}.1` }),
    );
    const answers = await Promise.allSettled(tries);
    const stopped = answers.filter((a) => a.status === "rejected").map((a) => a.reason);
    expect(answers.filter((a) => a.status === "fulfilled")).toHaveLength(10);
    expect(stopped.every((e) => e instanceof DomainError && e.code === "limited")).toBe(true);
  });

  it("lets the owner of a locked account in on a browser that signed in before, at once", async () => {
    for (let n = 0; n < 12; n++) await attempt({ password: "wrong" }).catch(() => null);
    await expect(attempt({})).rejects.toMatchObject({ code: "limited" });
    expect(await attempt({}, { ...visitor, device: newDevice(email) } as never)).not.toBeNull();
    const foreign = { ...visitor, device: newDevice("eve@example.com") } as never;
    await expect(attempt({}, foreign)).rejects.toMatchObject({ code: "limited" });
    const forged = { ...visitor, device: `${newDevice(email).split(".")[0]}.00` } as never;
    await expect(attempt({}, forged)).rejects.toMatchObject({ code: "limited" });
  });

  it("makes a hash of an older cost anew, and the session lives on", async () => {
    const { hash } = await import("@node-rs/argon2");
    const old = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await setHash(old);
    const session = await attempt({});
    const { passwordHash } = await db().admin.findUniqueOrThrow({ where: { id: adminId } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(await findSession(session?.token ?? "", ["desk"])).not.toBeNull();
    expect(await attempt({})).not.toBeNull();
  });

  it("does not start a session on a password that was changed while it was being checked", async () => {
    const signingIn = attempt({});
    await bumpCredentials();
    const session = await signingIn;
    expect(session && (await findSession(session.token, ["desk"]))).toBeNull();
  });
});

function setHash(passwordHash: string) {
  return asSystem((tx) => tx.admin.update({ where: { id: adminId }, data: { passwordHash } }));
}

function bumpCredentials() {
  return asSystem((tx) =>
    tx.admin.update({ where: { id: adminId }, data: { credentialVersion: { increment: 1 } } }),
  );
}

function asSystem(work: (tx: import("../db").Tx) => Promise<unknown>) {
  return change(systemActor(), { kind: "test", label: "test" }, ({ tx }) => work(tx));
}
