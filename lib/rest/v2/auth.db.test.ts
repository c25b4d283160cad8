import { describe, expect, it } from "vitest";
import { db } from "../../db";
import { changeOwnPassword, changeRole, deactivateAdmin } from "../../team/admins";
import { anAdmin } from "../../testing/actors";
import { type Answer, anAdminWithPassword, call, PASSWORD } from "../../testing/rest-client";
import { userIdOf, userIdWire } from "./user-id";

const logIn = (body: unknown, path = "/auth/user/emailpass") => call(path, { body });
const tokenOf = async (email: string): Promise<string> =>
  (await logIn({ email, password: PASSWORD })).body.token;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString("base64")}`,
});
const post = (path: string, headers: Record<string, string>, body: unknown = "") =>
  call(path, { method: "POST", body, headers });
const cookieOf = (answer: Answer) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
const me = (headers: Record<string, string>) => call("/admin/users/me", { headers });
const claimsIn = (token = "") =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

describe("C2 16. Login", () => {
  it("answers 200 and exactly { token }, without a cookie", async () => {
    const { email } = await anAdminWithPassword();
    const answer = await logIn({ email, password: PASSWORD, remember: true });
    expect([answer.status, answer.body]).toEqual([200, { token: expect.any(String) }]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("answers a wrong password and an unknown address alike: 401 Invalid email or password", async () => {
    const { email } = await anAdminWithPassword();
    for (const body of [
      { email, password: "wrong" },
      { email: "nobody@example.com", password: PASSWORD },
      { email: "no address", password: "x".repeat(2000) },
    ]) {
      const answer = await logIn(body);
      const expected = { type: "unauthorized", message: "Invalid email or password" };
      expect([answer.status, answer.body]).toEqual([401, expected]);
    }
  });

  it("answers what is no text with 401 and its name, never with a query", async () => {
    const { email } = await anAdminWithPassword();
    for (const [body, message] of [
      [{}, "Password should be a string"],
      [{ email }, "Password should be a string"],
      [{ email, password: { not: "" } }, "Password should be a string"],
      [{ password: PASSWORD }, "Email should be a string"],
      [{ email: { contains: "" }, password: PASSWORD }, "Email should be a string"],
      [{ email: [email], password: PASSWORD }, "Email should be a string"],
    ] as const) {
      const answer = await logIn(body);
      expect([answer.status, answer.body]).toEqual([401, { type: "unauthorized", message }]);
    }
  });

  it("knows the e-mail in any case", async () => {
    const { email } = await anAdminWithPassword();
    expect((await logIn({ email: email.toUpperCase(), password: PASSWORD })).status).toBe(200);
  });

  it("by another provider is 400 not_allowed", async () => {
    const answer = await logIn({}, "/auth/user/google");
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        type: "not_allowed",
        message: "The actor type user is not allowed to use the auth provider google",
      },
    ]);
  });

  it("gives a token with the claims that tests of the reference read", async () => {
    const { email, id } = await anAdminWithPassword();
    const claims = claimsIn(await tokenOf(email));
    expect(claims).toMatchObject({
      actor_id: userIdWire(id),
      actor_type: "user",
      auth_identity_id: expect.stringMatching(/^authid_/),
      auth_provider: "emailpass",
      app_metadata: { user_id: userIdWire(id) },
      user_metadata: {},
      mfa_enabled: false,
      mfa_challenge_completed_at: null,
    });
    expect(claims.exp - claims.iat).toBe(24 * 60 * 60);
    expect(userIdOf(claims.actor_id)).toBe(id);
  });

  it("after ten wrong tries answers 429 with Retry-After", async () => {
    const { email } = await anAdminWithPassword();
    let last = await logIn({ email, password: "wrong" });
    for (let i = 0; i < 10; i++) last = await logIn({ email, password: "wrong" });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    await db().attemptLimit.deleteMany();
  });
});

describe("C2 17. Session", () => {
  it("a bearer opens one, its cookie authorises, and after DELETE the old cookie is 401", async () => {
    const { email, id } = await anAdminWithPassword();
    const token = await tokenOf(email);
    const opened = await post("/auth/session", bearer(token), {});
    const { sid, iss, aud, ...claims } = claimsIn(token);
    expect([opened.status, opened.body]).toEqual([200, { user: claims }]);
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^connect\.sid=[0-9a-f]{64}; Max-Age=(35999|36000); Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(opened);
    expect((await me({ cookie })).body.user).toMatchObject({ id: userIdWire(id), email });
    const closed = await call("/auth/session", { method: "DELETE", headers: { cookie } });
    expect([closed.status, closed.body]).toEqual([200, { success: true }]);
    expect(closed.headers.getSetCookie()[0]).toMatch(/^connect\.sid=; Max-Age=0; Path=\//);
    expect((await me({ cookie })).status).toBe(401);
    expect((await me(bearer(token))).status).toBe(200);
  });

  it("takes a body of no bytes, and refuses what is not JSON", async () => {
    const { email } = await anAdminWithPassword();
    const headers = bearer(await tokenOf(email));
    for (const body of ["", "{}"])
      expect((await post("/auth/session", headers, body)).status).toBe(200);
    for (const body of ["{", "[]", "1"]) {
      const answer = await post("/auth/session", headers, body);
      expect([answer.status, answer.body.type], body).toEqual([400, "invalid_data"]);
    }
  });

  it("is opened by a bearer only, and ended by whoever has one: 401 in JSON otherwise", async () => {
    const { email } = await anAdminWithPassword();
    const key = await aKey(email);
    const cookie = cookieOf(await post("/auth/session", bearer(await tokenOf(email))));
    for (const answer of [
      await post("/auth/session", {}),
      await post("/auth/session", { cookie }),
      await post("/auth/session", basic(`${key}:`)),
      await call("/auth/session", { method: "DELETE" }),
      await call("/auth/session", { method: "DELETE", headers: basic(`${key}:`) }),
      await post("/auth/token/refresh", basic(`${key}:`)),
    ])
      expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
  });

  it("is opened anew by a bearer beside the cookie of one that is still open, or of none", async () => {
    const { email } = await anAdminWithPassword();
    const headers = bearer(await tokenOf(email));
    const first = cookieOf(await post("/auth/session", headers));
    for (const cookie of [first, "connect.sid=junk"]) {
      const answer = await post("/auth/session", { ...headers, cookie });
      expect(answer.status).toBe(200);
      expect((await me({ cookie: cookieOf(answer) })).status).toBe(200);
    }
    expect((await me({ cookie: first })).status).toBe(401);
  });

  it("DELETE ends a bearer token too", async () => {
    const { email } = await anAdminWithPassword();
    const headers = bearer(await tokenOf(email));
    expect((await call("/auth/session", { method: "DELETE", headers })).status).toBe(200);
    expect((await me(headers)).status).toBe(401);
  });
});

describe("C2 18. Refresh", () => {
  it("keeps actor and identity and moves iat and exp on, from a bearer and from a session", async () => {
    const { email } = await anAdminWithPassword();
    const token = await tokenOf(email);
    const cookie = cookieOf(await post("/auth/session", bearer(token)));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const before = claimsIn(token);
    for (const headers of [bearer(token), { cookie }]) {
      const answer = await post("/auth/token/refresh", headers);
      expect([answer.status, Object.keys(answer.body)]).toEqual([200, ["token"]]);
      const after = claimsIn(answer.body.token);
      for (const name of ["actor_id", "actor_type", "auth_identity_id"])
        expect(after[name]).toBe(before[name]);
      expect(after.iat).toBeGreaterThan(before.iat);
      expect(after.exp).toBeGreaterThan(before.exp);
      expect((await me(bearer(answer.body.token))).status).toBe(200);
    }
  });

  it("is refused without a credential", async () => {
    const answer = await post("/auth/token/refresh", {});
    expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
  });

  it("outlives no change of password and no deactivation", async () => {
    const changed = await anAdminWithPassword();
    const gone = await anAdminWithPassword();
    const [first, second] = [await tokenOf(changed.email), await tokenOf(gone.email)];
    const password = "granite-lemon-otter-cabin";
    const actor = { ...(await anAdmin()), id: changed.id } as Awaited<ReturnType<typeof anAdmin>>;
    await changeOwnPassword(actor, { current: PASSWORD, password }, {});
    await deactivateAdmin(await anAdmin(), gone.id);
    for (const token of [first, second])
      expect((await post("/auth/token/refresh", bearer(token))).status).toBe(401);
  });
});

describe("C2 19. Register", () => {
  it("is 401 Identity with email already exists, alike for every address, and makes nobody an admin", async () => {
    const { email } = await anAdminWithPassword();
    const before = await db().admin.count();
    for (const address of [email, "stranger@example.com"]) {
      const body = { email: address, password: PASSWORD };
      const answer = await logIn(body, "/auth/user/emailpass/register");
      expect([answer.status, answer.body]).toEqual([
        401,
        { type: "unauthorized", message: "Identity with email already exists" },
      ]);
    }
    expect(await db().admin.count()).toBe(before);
  });
});

describe("C2 20. Secret key", () => {
  it("has sk_ in its token on creation and opens the API by HTTP Basic, in each of its forms, and by the header of v1", async () => {
    const { email } = await anAdminWithPassword();
    const token = await aKey(email);
    expect(token).toMatch(/^sk_[0-9a-f]{64}$/);
    for (const headers of [
      basic(`${token}:`),
      basic(token),
      { authorization: `Basic ${token}` },
      { authorization: `bAsIc ${Buffer.from(`${token}:`).toString("base64")}` },
      { "x-medusa-access-token": token },
    ] as Record<string, string>[])
      expect((await call("/admin/api-keys", { headers })).status).toBe(200);
  });

  it("revoked is 401, but a good bearer beside it still works", async () => {
    const { email } = await anAdminWithPassword();
    const admin = bearer(await tokenOf(email));
    const made = (await post("/admin/api-keys", admin, { title: "A", type: "secret" })).body
      .api_key;
    const revoked = await post(`/admin/api-keys/${made.id}/revoke`, admin, {});
    expect(revoked.body.api_key).toMatchObject({
      token: "",
      revoked_at: expect.any(String),
      revoked_by: expect.stringMatching(/^user_/),
    });
    const dead = basic(`${made.token}:`).authorization ?? "";
    const answer = await call("/admin/customers", { headers: { authorization: dead } });
    expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
    const both = { authorization: `${dead}, ${admin.authorization}` };
    expect((await me(both)).body.user.email).toBe(email);
  });

  it("as a bearer token is 401 and says how it is sent", async () => {
    const { email } = await anAdminWithPassword();
    const token = await aKey(email);
    for (const path of ["/admin/customers", "/admin/users/me", "/auth/session", "/v2/admin/x"]) {
      const answer = await call(path, {
        method: path === "/auth/session" ? "DELETE" : "GET",
        headers: bearer(token),
      });
      expect([answer.status, answer.body]).toEqual([
        401,
        {
          message:
            "A secret API key was passed as a Bearer token. Secret API keys must be sent using HTTP Basic authentication instead (Authorization: Basic <secret-api-key>).",
        },
      ]);
    }
    const beside = { ...bearer(token), "x-medusa-access-token": token };
    expect((await call("/admin/customers", { headers: beside })).status).toBe(200);
  });

  it("is nobody in GET /admin/users/me: 404", async () => {
    const { email } = await anAdminWithPassword();
    const answer = await me(basic(`${await aKey(email)}:`));
    expect([answer.status, answer.body]).toEqual([
      404,
      {
        type: "not_found",
        message: expect.stringMatching(/^User with id: apk_\w{26} was not found$/),
      },
    ]);
  });
});

describe("GET /admin/users/me", () => {
  it("has exactly the reference's keys, and those that fields names", async () => {
    const { email, id } = await anAdminWithPassword();
    const headers = bearer(await tokenOf(email));
    expect((await me(headers)).body).toEqual({
      user: {
        id: userIdWire(id),
        first_name: "Ada",
        last_name: "Berg",
        email,
        avatar_url: null,
        metadata: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
        deleted_at: null,
      },
    });
    const some = await call("/admin/users/me?fields=email", { headers });
    expect(some.body).toEqual({ user: { id: userIdWire(id), email } });
    expect((await call("/admin/users/me?expand=x", { headers })).status).toBe(400);
  });
});

describe("a v2 credential", () => {
  it("forged, foreign or of the wrong kind opens nothing", async () => {
    const { email } = await anAdminWithPassword();
    const token = await tokenOf(email);
    const [header, payload, signature] = token.split(".");
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const forged of [
      `${part({ alg: "none", typ: "JWT" })}.${payload}.`,
      `${header}.${part({ ...claimsIn(token), actor_type: "customer" })}.${signature}`,
      `${header}.${part({ ...claimsIn(token), exp: claimsIn(token).exp + 1 })}.${signature}`,
      claimsIn(token).sid,
    ])
      expect((await me(bearer(forged))).status).toBe(401);
    expect((await me({ cookie: `connect.sid=${claimsIn(token).sid}` })).status).toBe(401);
  });

  it("of somebody who became a viewer reads and writes no more", async () => {
    const { email, id } = await anAdminWithPassword();
    const headers = bearer(await tokenOf(email));
    await changeRole(await anAdmin(), { id, role: "viewer" });
    expect((await me(headers)).status).toBe(200);
    const answer = await post("/admin/api-keys", headers, { title: "A", type: "secret" });
    expect([answer.status, answer.body.type]).toEqual([403, "forbidden"]);
  });
});

async function aKey(email: string): Promise<string> {
  const headers = bearer(await tokenOf(email));
  const body = { title: "A key", type: "secret" };
  return (await post("/admin/api-keys", headers, body)).body.api_key.token;
}
