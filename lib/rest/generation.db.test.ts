import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { SESSION_COOKIE, sealSession } from "../auth/cookies";
import { signIn } from "../auth/sign-in";
import { type Answer, anAdminWithPassword, call, client, PASSWORD } from "../testing/rest-client";

type Headers = Record<string, string>;

const cookieOf = (answer: Answer): Headers => ({
  cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "",
});
const logInV1 = async (email: string, headers: Headers = {}) =>
  cookieOf(await call("/admin/auth", { body: { email, password: PASSWORD }, headers }));
const tokenV1 = async (email: string): Promise<Headers> => {
  const { body } = await call("/admin/auth/token", { body: { email, password: PASSWORD } });
  return { authorization: `Bearer ${body.access_token}` };
};
const tokenV2 = async (email: string): Promise<Headers> => {
  const { body } = await call("/auth/user/emailpass", { body: { email, password: PASSWORD } });
  return { authorization: `Bearer ${body.token}` };
};
const logInV2 = async (email: string, headers: Headers = {}) =>
  cookieOf(
    await call("/auth/session", { body: {}, headers: { ...headers, ...(await tokenV2(email)) } }),
  );
const basic = (token: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
});

/** Which generation answers: their pages of groups differ in size. */
async function generationFor(headers: Headers): Promise<number | undefined> {
  const { body } = await call("/admin/customer-groups", { headers });
  return { 10: 1, 50: 2 }[body?.limit as 10 | 50];
}

const BROWSER = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64)",
  "sec-fetch-site": "same-origin",
};
const JSON_TYPE = { "content-type": "application/json" };
const LOCALE = { "x-medusa-locale": "" };

let email: string;
let key: string;
beforeAll(async () => {
  email = (await anAdminWithPassword()).email;
  key = (await client()).token;
});

describe("1. A path owned by one generation uses that generation's shape, whatever credential is presented", () => {
  it("v1's GET /admin/auth for a v2 bearer, a v2 session and a Basic key", async () => {
    for (const headers of [await tokenV2(email), await logInV2(email), basic(key)]) {
      const answer = await call("/admin/auth", { headers: { ...headers, ...LOCALE } });
      expect([answer.status, answer.body.user.api_token]).toEqual([200, null]);
    }
  });

  it("v2's GET /admin/users/me and /admin/api-keys for v1's credentials", async () => {
    for (const headers of [await tokenV1(email), await logInV1(email)]) {
      const me = await call("/admin/users/me", { headers });
      expect([me.status, me.body.user.avatar_url]).toEqual([200, null]);
      const keys = await call("/admin/api-keys", { headers });
      expect([keys.status, keys.body.limit]).toEqual([200, 20]);
    }
  });

  it("an API token may well call v2's DELETE /admin/customers/:id", async () => {
    const answer = await call("/admin/customers/nobody", {
      method: "DELETE",
      headers: { "x-medusa-access-token": key },
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      { id: "nobody", object: "customer", deleted: true },
    ]);
  });
});

describe("2. On a shared path the first valid credential decides", () => {
  it("Authorization: Basic sk_ → 2", async () => {
    expect(await generationFor(basic(key))).toBe(2);
  });
  it("Bearer with claim actor_type → 2, with claim domain → 1", async () => {
    expect(await generationFor(await tokenV2(email))).toBe(2);
    expect(await generationFor(await tokenV1(email))).toBe(1);
  });
  it("x-medusa-access-token → 1", async () => {
    expect(await generationFor({ "x-medusa-access-token": key })).toBe(1);
    expect(await generationFor({ "x-medusa-access-token": key, ...LOCALE })).toBe(1);
  });
  it("session → the generation of the login that made it", async () => {
    expect(await generationFor(await logInV1(email))).toBe(1);
    expect(await generationFor(await logInV2(email))).toBe(2);
    expect(await generationFor({ ...(await logInV1(email)), ...JSON_TYPE, ...BROWSER })).toBe(1);
    expect(await generationFor({ ...(await logInV2(email)), ...BROWSER })).toBe(2);
  });
  it("in this order, and invalid ones fall through", async () => {
    const access = { "x-medusa-access-token": key };
    const [v1, v2] = [await tokenV1(email), await tokenV2(email)];
    const session = await logInV2(email);
    const both = `${basic(key).authorization}, ${v1.authorization}`;
    expect(await generationFor({ authorization: both, ...access, ...session })).toBe(2);
    expect(await generationFor({ ...v2, ...access })).toBe(2);
    expect(await generationFor({ ...v1, ...session })).toBe(1);
    expect(await generationFor({ ...access, ...session })).toBe(1);
    const junk = { authorization: `${basic("sk_junk").authorization}, Bearer junk` };
    expect(await generationFor({ ...junk, ...access, ...session })).toBe(1);
    expect(await generationFor({ ...junk, "x-medusa-access-token": "sk_junk", ...session })).toBe(
      2,
    );
  });
});

describe("3. A browser that logs in with both kinds on one host", () => {
  it("the last login wins and replaces the session", async () => {
    const first = await logInV1(email);
    const second = await logInV2(email, first);
    expect(await generationFor(second)).toBe(2);
    expect((await call("/admin/auth", { headers: first })).status).toBe(401);
    const third = await logInV1(email, second);
    expect(await generationFor(third)).toBe(1);
    expect((await call("/admin/auth", { headers: second })).status).toBe(401);
  });

  it("tie-break: x-medusa-locale, even empty, → 2; GET with Content-Type JSON from a browser → 2; else 1", async () => {
    const sessions = [
      await logInV2(email, await logInV1(email)),
      await logInV1(email, await logInV2(email)),
      await logInV1(email, await logInV1(email, await logInV2(email))),
      await deskCookie(),
    ];
    for (const session of sessions) {
      expect(await generationFor({ ...session, ...BROWSER, ...LOCALE })).toBe(2);
      expect(await generationFor({ ...session, ...BROWSER, ...JSON_TYPE })).toBe(2);
      expect(await generationFor({ ...session, ...BROWSER })).toBe(1);
    }
    expect(await generationFor({ ...(await deskCookie()), ...JSON_TYPE })).toBe(1);
  });
});

describe("4. No valid credential: 401", () => {
  const answerTo = async (path: string, headers: Headers = {}) => {
    const answer = await call(path, { headers });
    expect(answer.status, path).toBe(401);
    return answer.body ?? answer.text;
  };
  const json = { message: "Unauthorized" };

  it("is the text Unauthorized", async () => {
    for (const path of ["/admin/customers", "/admin/auth", "/admin/customer-groups/x", "/admin/x"])
      for (const headers of [
        {},
        { authorization: "Bearer junk" },
        { "x-medusa-access-token": "sk_junk" },
        { cookie: "connect.sid=junk" },
        { ...BROWSER, ...JSON_TYPE },
      ] as Headers[])
        expect(await answerTo(path, headers)).toBe("Unauthorized");
  });

  it("is JSON with x-medusa-locale, a Basic header, or a bearer with actor_type, even expired", async () => {
    const expired = await new SignJWT({ actor_type: "user", exp: 1 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode("whoever signed it"));
    for (const path of ["/admin/customers", "/admin/users/me", "/admin/auth", "/admin/x"])
      for (const headers of [LOCALE, basic("sk_junk"), { authorization: `Bearer ${expired}` }])
        expect(await answerTo(path, headers)).toEqual(json);
  });

  it("is JSON under /auth", async () => {
    const answer = await call("/auth/session", { method: "DELETE" });
    expect([answer.status, answer.body]).toEqual([401, json]);
  });

  it("is in the form of the mount under /v1 and /v2", async () => {
    for (const path of ["/admin/customers", "/admin/x"]) {
      expect(await answerTo(`/v1${path}`, LOCALE)).toBe("Unauthorized");
      expect(await answerTo(`/v2${path}`)).toEqual(json);
    }
  });
});

describe("5. /v1 and /v2 fix the generation", () => {
  it("whatever the credential", async () => {
    const all = [
      basic(key),
      { "x-medusa-access-token": key },
      await tokenV1(email),
      await tokenV2(email),
      await logInV1(email),
      await logInV2(email),
    ] as Headers[];
    for (const headers of all)
      for (const [mount, limit] of [
        ["/v1", 10],
        ["/v2", 50],
      ] as const)
        expect((await call(`${mount}/admin/customer-groups`, { headers })).body.limit).toBe(limit);
  });

  it("with what the other one owns left out", async () => {
    const headers = { "x-medusa-access-token": key };
    expect((await call("/v2/admin/auth", { headers })).status).toBe(404);
    expect((await call("/v1/admin/users/me", { headers })).status).toBe(404);
    expect((await call("/v1/auth/session", { headers })).status).toBe(404);
  });

  it("and each with its own log-in", async () => {
    const body = { email, password: PASSWORD };
    expect((await call("/v1/admin/auth/token", { body })).body.access_token).toBeTruthy();
    expect((await call("/v2/auth/user/emailpass", { body })).body.token).toBeTruthy();
  });
});

async function deskCookie(): Promise<Headers> {
  const session = await signIn({ email, password: PASSWORD }, "desk", {});
  return { cookie: `${SESSION_COOKIE}=${await sealSession(session?.token ?? "")}` };
}
