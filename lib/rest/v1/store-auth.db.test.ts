import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { signV1Token } from "../../auth/bearer";
import { setCustomerPassword } from "../../customers/customer-password";
import { db } from "../../db";
import { anAdmin } from "../../testing/actors";
import {
  type Answer,
  anAdminWithPassword,
  call,
  client,
  PASSWORD,
  someEmail,
} from "../../testing/rest-client";
import { aShopper, bearer, cookieOf, storeToken } from "../../testing/store-client";
import { V1_CUSTOMER_KEYS } from "../../testing/wire-keys";

const signIn = (email: unknown, password: unknown = PASSWORD, headers = {}) =>
  call("/store/auth", { body: { email, password }, headers });
const whoAmI = (headers: Record<string, string>) => call("/store/auth", { headers });
const adminSignIn = (email: string, headers = {}) =>
  call("/admin/auth", { body: { email, password: PASSWORD }, headers });
const isUnauthorized = (answer: Answer) =>
  expect([answer.status, answer.text]).toEqual([401, "Unauthorized"]);

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

describe("POST /store/auth", () => {
  it("33: answers 200 with no password_hash, phone null and an array of shipping addresses", async () => {
    const { email, id } = await aShopper();
    const answer = await signIn(email.toUpperCase());
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["customer"]);
    expect(Object.keys(answer.body.customer).sort()).toEqual(
      [...V1_CUSTOMER_KEYS, "orders", "shipping_addresses"].sort(),
    );
    expect(answer.body.customer).toMatchObject({
      id,
      email,
      phone: null,
      has_account: true,
      orders: [],
      shipping_addresses: [],
    });
  });

  it("34: sets a cookie that opens GET /store/auth, for ten hours, out of reach of scripts", async () => {
    const { email, id } = await aShopper();
    const answer = await signIn(email);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^connect\.sid=\.[0-9a-f]{64}; Max-Age=3(?:6000|5999); Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const found = await whoAmI({ cookie: cookieOf(answer) });
    expect([found.status, found.body]).toEqual([200, answer.body]);
    expect(found.body.customer.id).toBe(id);
  });

  it("35: a guest gets 401, also one that an admin gave a password", async () => {
    const admin = await client();
    const email = someEmail();
    const fields = { email, first_name: "G", last_name: "H", password: "" };
    const { id } = (await admin.post("/admin/customers", fields)).body.customer;
    isUnauthorized(await signIn(email));
    await admin.post(`/admin/customers/${id}`, { password: PASSWORD });
    isUnauthorized(await signIn(email));
    await setCustomerPassword(await anAdmin(), id, { password: PASSWORD });
    expect((await signIn(email)).status).toBe(200);
  });

  it("answers a wrong password, an unknown address and an admin's credentials alike, without a cookie", async () => {
    const { email } = await aShopper();
    const admin = await anAdminWithPassword();
    for (const answer of [
      await signIn(email, "wrong"),
      await signIn(email, `${PASSWORD} `),
      await signIn(someEmail()),
      await signIn(admin.email),
    ]) {
      isUnauthorized(answer);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it("tells every missing field", async () => {
    expect((await call("/store/auth", { body: {} })).body).toEqual({
      type: "invalid_data",
      message:
        "email should not be empty, email must be an email, password should not be empty, password must be a string",
    });
  });

  it("asks to wait after ten wrong passwords, and does not lock an admin of the same address", async () => {
    const { email } = await anAdminWithPassword();
    await aShopper({ email });
    for (let n = 0; n < 10; n++) isUnauthorized(await signIn(email, "wrong"));
    const locked = await signIn(email);
    expect([locked.status, locked.body.type]).toEqual([429, "too_many_requests"]);
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await adminSignIn(email)).status).toBe(200);
  });

  it("leaves a note of each coming and going", async () => {
    const { email, id } = await aShopper();
    const cookie = cookieOf(await signIn(email));
    await call("/store/auth", { method: "DELETE", headers: { cookie } });
    const events = await db().authEvent.findMany({
      where: { customerId: id },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => event.kind)).toEqual(["signed_up", "signed_in", "signed_out"]);
  });
});

describe("POST /store/auth/token", () => {
  it("36: answers a token that opens GET /store/auth as bearer, for thirty days", async () => {
    const { email, id } = await aShopper();
    const token = await storeToken(email);
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ customer_id: id, domain: "store" });
    expect(claims.exp - claims.iat).toBeCloseTo(30 * 24 * 3600, -1);
    const answer = await whoAmI(bearer(token));
    expect([answer.status, answer.body.customer.id]).toEqual([200, id]);
  });

  it("does not open /admin, and an admin's token does not open /store", async () => {
    const { email } = await aShopper();
    isUnauthorized(await call("/admin/customers", { headers: bearer(await storeToken(email)) }));
    const admin = await anAdminWithPassword();
    const { access_token } = (
      await call("/admin/auth/token", { body: { email: admin.email, password: PASSWORD } })
    ).body;
    isUnauthorized(await whoAmI(bearer(access_token)));
    isUnauthorized(await whoAmI({ "x-medusa-access-token": (await client()).token }));
  });

  it("is nothing when it is forged, unsigned, or an admin's with a customer's session inside", async () => {
    const { email } = await aShopper();
    const [head, body, signature] = (await storeToken(email)).split(".");
    const { sid } = JSON.parse(Buffer.from(body ?? "", "base64url").toString());
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    const foreign = await new SignJWT({ customer_id: "x", domain: "store", sid })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer("clientele")
      .setAudience("store")
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode("another-secret-of-thirty-two-letters"));
    for (const token of [
      `${head}.${body}.${signature?.slice(2)}AA`,
      `${none}.${body}.`,
      await signV1Token("usr_1", { token: sid, expiresAt: new Date(Date.now() + 60_000) }),
      foreign,
      "junk",
    ])
      isUnauthorized(await whoAmI(bearer(token)));
  });

  it("falls through a bad cookie to a good token, and the other way round", async () => {
    const { email, headers } = await aShopper();
    const good = bearer(await storeToken(email));
    expect((await whoAmI({ ...good, cookie: "connect.sid=.00" })).status).toBe(200);
    expect((await whoAmI({ ...headers, ...bearer("junk") })).status).toBe(200);
  });
});

describe("DELETE /store/auth", () => {
  const signOut = (headers: Record<string, string> = {}) =>
    call("/store/auth", { method: "DELETE", body: {}, headers });

  it("answers OK without any credential, as often as one likes", async () => {
    for (let n = 0; n < 2; n++) {
      const answer = await signOut();
      expect([answer.status, answer.text]).toEqual([200, "OK"]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it("ends the session or the token for every copy of it, and takes the cookie", async () => {
    const { email, headers } = await aShopper();
    const token = bearer(await storeToken(email));
    const answer = await signOut(headers);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^connect\.sid=; Max-Age=0;/);
    isUnauthorized(await whoAmI(headers));
    expect((await whoAmI(token)).status).toBe(200);
    await signOut(token);
    isUnauthorized(await whoAmI(token));
  });
});

describe("GET /store/auth/:email", () => {
  const exists = (email: string) => call(`/store/auth/${email}`);

  it("is true for an account only, however the address is written", async () => {
    const { email } = await aShopper();
    const guest = someEmail();
    await (await client()).post("/admin/customers", {
      email: guest,
      first_name: "G",
      last_name: "H",
      password: "",
    });
    for (const path of [email, email.toUpperCase(), encodeURIComponent(email)])
      expect((await exists(path)).body, path).toEqual({ exists: true });
    for (const path of [guest, someEmail(), "nobody", "%25", "x@admin.com"])
      expect([(await exists(path)).status, (await exists(path)).body], path).toEqual([
        200,
        { exists: false },
      ]);
  });

  it("asks to wait when one network asks too often", async () => {
    let answer = await exists("a@example.com");
    for (let n = 0; n < 40 && answer.status === 200; n++) answer = await exists("a@example.com");
    expect([answer.status, answer.body.type]).toEqual([429, "too_many_requests"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("an admin and a customer in one session", () => {
  it("share the cookie: whoever comes second leaves the other in, and gets a fresh token", async () => {
    const admin = await anAdminWithPassword();
    const { email, id } = await aShopper();
    const first = cookieOf(await adminSignIn(admin.email));
    const both = cookieOf(await signIn(email, PASSWORD, { cookie: first }));
    expect(both.startsWith(first)).toBe(true);
    expect((await call("/admin/auth", { headers: { cookie: both } })).body.user.id).toBe(admin.id);
    expect((await whoAmI({ cookie: both })).body.customer.id).toBe(id);
    isUnauthorized(await whoAmI({ cookie: first }));

    const again = cookieOf(await adminSignIn(admin.email, { cookie: both }));
    expect(again).not.toBe(both);
    expect((await whoAmI({ cookie: again })).body.customer.id).toBe(id);
  });

  it("logging one out keeps the other", async () => {
    const admin = await anAdminWithPassword();
    const { email } = await aShopper();
    const signBothIn = async () =>
      cookieOf(await signIn(email, PASSWORD, { cookie: cookieOf(await adminSignIn(admin.email)) }));
    for (const [leaves, stays] of [
      ["/admin/auth", "/store/auth"],
      ["/store/auth", "/admin/auth"],
    ] as const) {
      const cookie = await signBothIn();
      const left = await call(leaves, { method: "DELETE", headers: { cookie } });
      expect(left.text).toBe("OK");
      for (const after of [cookie, cookieOf(left)]) {
        expect((await call(stays, { headers: { cookie: after } })).status).toBe(200);
        isUnauthorized(await call(leaves, { headers: { cookie: after } }));
      }
    }
  });
});

describe("what ends a customer's sessions and tokens at once", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      "a password set at the desk",
      async (id) => setCustomerPassword(await anAdmin(), id, { password: "another one" }),
    ],
    [
      "a password set through the API",
      async (id) => (await client()).post(`/admin/customers/${id}`, { password: "another one" }),
    ],
    ["a deletion", (id) => alter(id, { deletedAt: new Date() })],
    ["the loss of the account", (id) => alter(id, { hasAccount: false })],
  ])("%s", async (_case, end) => {
    const { id, email, headers } = await aShopper();
    const token = bearer(await storeToken(email));
    await end(id);
    isUnauthorized(await whoAmI(headers));
    isUnauthorized(await whoAmI(token));
  });

  it("and a customer who is restored has to sign in again", async () => {
    const { id, headers } = await aShopper();
    await alter(id, { deletedAt: new Date() });
    await alter(id, { deletedAt: null });
    isUnauthorized(await whoAmI(headers));
  });

  it("a password changed while the old one is being checked: the session that begins is over", async () => {
    const { id, email } = await aShopper();
    for (const wait of [0, 15, 30, 45]) {
      const signingIn = call("/store/auth/token", { body: { email, password: PASSWORD } });
      await new Promise((resolve) => setTimeout(resolve, wait));
      await alter(id, { passwordHash: `none ${wait}` });
      isUnauthorized(await whoAmI(bearer((await signingIn).body?.access_token ?? "")));
      await setCustomerPassword(await anAdmin(), id, { password: PASSWORD });
    }
  });

  it("but not the same password under a new hash", async () => {
    const { id, email, headers } = await aShopper();
    const { hash } = await import("@node-rs/argon2");
    await alter(id, { passwordHash: await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 }) });
    isUnauthorized(await whoAmI(headers));
    const cookie = cookieOf(await signIn(email));
    const { passwordHash } = await db().customer.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect((await whoAmI({ cookie })).status).toBe(200);
  });
});

async function alter(id: string, data: object) {
  const { change } = await import("../../changes/change");
  await change(await anAdmin(), { kind: "test", label: "test" }, ({ tx }) =>
    tx.customer.update({ where: { id }, data, select: { id: true } }),
  );
}
