import { describe, expect, it } from "vitest";
import { db } from "../../db";
import { deactivateAdmin } from "../../team/admins";
import { revokeApiKey } from "../../team/api-keys";
import { anAdmin } from "../../testing/actors";
import {
  type Answer,
  anAdminWithPassword,
  call,
  client,
  PASSWORD,
} from "../../testing/rest-client";

const signIn = (email: unknown, password: unknown = PASSWORD, headers = {}) =>
  call("/admin/auth", { body: { email, password }, headers });
const cookieOf = (answer: Answer) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
const tokenFor = async (email: string) =>
  (await call("/admin/auth/token", { body: { email, password: PASSWORD } })).body.access_token;
const whoAmI = (headers: Record<string, string>) => call("/admin/auth", { headers });

describe("POST /admin/auth", () => {
  it("answers the user with exactly the reference's keys, and never a token or hash", async () => {
    const { email, id } = await anAdminWithPassword();
    const { body } = await signIn(email);
    expect(body).toEqual({
      user: {
        id,
        email,
        role: "admin",
        first_name: "Ada",
        last_name: "Berg",
        api_token: null,
        metadata: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
        deleted_at: null,
      },
    });
  });

  it("sets connect.sid: HttpOnly, whole site, ten hours, Lax on plain http", async () => {
    const { email } = await anAdminWithPassword();
    const [cookie, ...others] = (await signIn(email)).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(
      /^connect\.sid=[0-9a-f]{64}; Max-Age=(35999|36000); Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("takes no session id that the client chose", async () => {
    const { email } = await anAdminWithPassword();
    const cookie = cookieOf(await signIn(email, PASSWORD, { cookie: "connect.sid=attacker" }));
    expect(cookie).not.toContain("attacker");
    expect((await whoAmI({ cookie: "connect.sid=attacker" })).status).toBe(401);
    expect((await whoAmI({ cookie })).status).toBe(200);
  });

  it("knows the e-mail in any case and with blanks at the ends; the password as typed", async () => {
    const { email } = await anAdminWithPassword();
    expect((await signIn(` ${email.toUpperCase()} `)).status).toBe(200);
    expect((await signIn(email, `${PASSWORD} `)).status).toBe(401);
  });

  it("answers wrong, unknown and deactivated alike: 401, the bare text, no cookie", async () => {
    const { email } = await anAdminWithPassword();
    const gone = await anAdminWithPassword();
    await deactivateAdmin(await anAdmin(), gone.id);
    for (const answer of [
      await signIn(email, "wrong"),
      await signIn("nobody@example.com"),
      await signIn(gone.email),
      await signIn(email, "x".repeat(2000)),
    ]) {
      expect([answer.status, answer.text]).toEqual([401, "Unauthorized"]);
      expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it("takes strings and nothing else; a form counts as nothing sent", async () => {
    const { email } = await anAdminWithPassword();
    expect((await signIn({ contains: "" })).body.message).toBe("email must be an email");
    expect((await signIn(email, { not: "" })).body.message).toBe("password must be a string");
    const form = await call("/admin/auth", {
      method: "POST",
      body: `email=${email}&password=${PASSWORD}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([form.status, form.body.message]).toEqual([
      400,
      "email should not be empty, email must be an email, password should not be empty, password must be a string",
    ]);
  });

  it("after ten wrong tries answers 429 with Retry-After, before any hash", async () => {
    const { email } = await anAdminWithPassword();
    const headers = { "x-clientele-address": "198.51.100.7" };
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await signIn(email, "wrong", headers));
    const last = answers.at(-1);
    expect(answers.slice(0, 10).map((answer) => answer.status)).toEqual(Array(10).fill(401));
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last?.body).toMatchObject({ message: expect.stringContaining("Too many attempts") });
    await db().attemptLimit.deleteMany();
  });
});

describe("the three credentials", () => {
  it("each open GET /admin/auth, and a bad one falls through to the next", async () => {
    const { email } = await anAdminWithPassword();
    const cookie = cookieOf(await signIn(email));
    const token = await tokenFor(email);
    const key = await client();
    expect((await whoAmI({ cookie, authorization: "Bearer junk" })).body.user.email).toBe(email);
    expect((await whoAmI({ authorization: `bEaReR ${token}` })).body.user.email).toBe(email);
    expect((await key.get("/admin/auth")).status).toBe(200);
    expect(
      (
        await whoAmI({
          cookie: "connect.sid=bad",
          authorization: "Bearer bad",
          "x-medusa-access-token": key.token,
        })
      ).status,
    ).toBe(200);
  });

  it("are refused when foreign, forged or in the query", async () => {
    const { email } = await anAdminWithPassword();
    const [header, payload, signature] = (await tokenFor(email)).split(".");
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    for (const token of [
      `${part({ alg: "none", typ: "JWT" })}.${payload}.`,
      `${header}.${part({ ...claims, domain: "store" })}.${signature}`,
      `${header}.${part({ ...claims, exp: claims.exp + 9999 })}.${signature}`,
      "sk_nothing",
      "",
    ])
      expect((await whoAmI({ authorization: `Bearer ${token}` })).status, token).toBe(401);
    const { token } = await client();
    expect((await call(`/admin/customers?x-medusa-access-token=${token}`)).status).toBe(401);
  });

  it("end with the admin and with the token, from the next request", async () => {
    const admin = await anAdminWithPassword();
    const cookie = cookieOf(await signIn(admin.email));
    const authorization = `Bearer ${await tokenFor(admin.email)}`;
    await deactivateAdmin(await anAdmin(), admin.id);
    expect((await whoAmI({ cookie })).status).toBe(401);
    expect((await whoAmI({ authorization })).status).toBe(401);
    const key = await client();
    const row = await db().apiKey.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    await revokeApiKey(await anAdmin(), row.id);
    expect((await key.get("/admin/auth")).status).toBe(401);
  });
});

describe("DELETE /admin/auth", () => {
  it("answers the text OK, takes the cookie away and ends the session, also for a copied cookie", async () => {
    const { email } = await anAdminWithPassword();
    const cookie = cookieOf(await signIn(email));
    const answer = await call("/admin/auth", { method: "DELETE", headers: { cookie } });
    expect([answer.status, answer.text]).toEqual([200, "OK"]);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^connect\.sid=; Max-Age=0; Path=\/; HttpOnly/,
    );
    expect((await whoAmI({ cookie })).status).toBe(401);
  });

  it("ends a bearer token too, and only the session that was shown", async () => {
    const { email } = await anAdminWithPassword();
    const authorization = `Bearer ${await tokenFor(email)}`;
    const cookie = cookieOf(await signIn(email));
    expect(
      (await call("/admin/auth", { method: "DELETE", headers: { authorization } })).status,
    ).toBe(200);
    expect((await whoAmI({ authorization })).status).toBe(401);
    expect((await whoAmI({ cookie })).status).toBe(200);
  });

  it("needs a credential; a viewer may sign out", async () => {
    expect((await call("/admin/auth", { method: "DELETE" })).status).toBe(401);
    const { email } = await anAdminWithPassword("viewer");
    const cookie = cookieOf(await signIn(email));
    expect((await call("/admin/auth", { method: "DELETE", headers: { cookie } })).status).toBe(200);
  });
});

describe("who may write", () => {
  it("a viewer and a read token read everything and write nothing: 403 in JSON, whatever they send", async () => {
    const { email } = await anAdminWithPassword("viewer");
    const viewer = { cookie: cookieOf(await signIn(email)) };
    const reader = { "x-medusa-access-token": (await client("read")).token };
    for (const headers of [viewer, reader]) {
      expect((await call("/admin/customers", { headers })).status).toBe(200);
      for (const path of ["/admin/customers", "/admin/customers/cus_1"]) {
        const answer = await call(path, { method: "POST", body: {}, headers });
        expect([answer.status, answer.body.type]).toEqual([403, "forbidden"]);
      }
    }
  });

  it("a token of somebody who became a viewer writes no more", async () => {
    const key = await client();
    const row = await db().apiKey.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
      select: { createdBy: true },
    });
    const { changeRole } = await import("../../team/admins");
    await changeRole(await anAdmin(), { id: row.createdBy, role: "viewer" });
    expect((await key.post("/admin/customers", {})).status).toBe(403);
  });
});
