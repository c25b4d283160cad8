import { SignJWT } from "jose";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../../db";
import { listOutbox } from "../../mail/outbox";
import { allChanges, anAdmin } from "../../testing/actors";
import { call, client, PASSWORD, someEmail } from "../../testing/rest-client";
import { aShopper, bearer, storeToken } from "../../testing/store-client";

const ask = (email: unknown) => call("/store/customers/password-token", { body: { email } });
const reset = (body: unknown) => call("/store/customers/password-reset", { body });
const signIn = async (email: string, password: string) =>
  (await call("/store/auth", { body: { email, password } })).status;
const mailsTo = (email: string) => db().outboxMail.findMany({ where: { recipient: email } });
const REFUSED = { type: "unauthorized", message: "Invalid or expired password reset token" };

beforeEach(async () => {
  await db().attemptLimit.deleteMany();
});

/** The link that comes for this address after a while. */
async function linkFor(email: string): Promise<URL> {
  expect((await ask(email)).status).toBe(204);
  const [mail] = await vi.waitUntil(async () => {
    const mails = await mailsTo(email);
    return mails.length > 0 && mails;
  });
  return new URL(mail?.link ?? "");
}
const tokenFor = async (email: string) => (await linkFor(email)).searchParams.get("token") ?? "";

describe("POST /store/customers/password-token", () => {
  it("39: answers 204 and nothing for a known address, an unknown one and a guest", async () => {
    const { email } = await aShopper();
    const guest = someEmail();
    const fields = { email: guest, first_name: "G", last_name: "H", password: "" };
    await (await client()).post("/admin/customers", fields);
    for (const address of [email, email.toUpperCase(), someEmail(), guest]) {
      const answer = await ask(address);
      expect([answer.status, answer.text]).toEqual([204, ""]);
    }
    await vi.waitUntil(async () => (await mailsTo(email)).length === 2);
    expect(await mailsTo(guest)).toEqual([]);
  });

  it("takes as long for a known address as for an unknown one: now one is faster, now the other", async () => {
    const { email } = await aShopper();
    const timeOf = async (address: string) => {
      const start = performance.now();
      await ask(address);
      return performance.now() - start;
    };
    let slower = 0;
    for (let n = 0; n < 45; n++) {
      const addresses = n % 2 ? [email, "nobody@example.com"] : ["nobody@example.com", email];
      const [first = 0, second = 0] = [
        await timeOf(addresses[0] ?? ""),
        await timeOf(addresses[1] ?? ""),
      ];
      if (n % 2 ? first > second : second > first) slower++;
    }
    expect(slower).toBeGreaterThan(8);
    expect(slower).toBeLessThan(37);
  });

  it("refuses what is no address with 400", async () => {
    for (const email of [undefined, "", "x", 1, { contains: "" }]) {
      const answer = await ask(email);
      expect([answer.status, answer.body.message]).toEqual([400, "email must be an email"]);
    }
  });

  it("puts a link to our own page into the outbox, for those who may write and while it is good", async () => {
    const { email } = await aShopper();
    const link = await linkFor(email);
    expect(link.origin + link.pathname).toBe("http://localhost:3000/reset-password");
    expect(link.searchParams.get("email")).toBe(email);
    const seenBy = async (role: "admin" | "viewer") =>
      (await listOutbox(await anAdmin(role))).find((mail) => mail.to === email);
    expect((await seenBy("admin"))?.link).toBe(link.href);
    expect(await seenBy("viewer")).toMatchObject({ to: email, link: null, expired: false });
    await db().outboxMail.updateMany({
      where: { recipient: email },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await seenBy("admin")).toMatchObject({ link: null, expired: true });
  });

  it("holds a token that is good for 15 minutes", async () => {
    const { email, id } = await aShopper();
    const [, body = ""] = (await tokenFor(email)).split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    expect(claims).toEqual({ customer_id: id, iat: claims.iat, exp: claims.iat + 15 * 60 });
  });

  it("sends no more than five mails to one address, and tells nobody", async () => {
    const { email } = await aShopper();
    for (let n = 0; n < 8; n++) expect((await ask(email)).status).toBe(204);
    await vi.waitUntil(async () => (await mailsTo(email)).length >= 5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await mailsTo(email)).toHaveLength(5);
  });
});

describe("POST /store/customers/password-reset", () => {
  it("sets the password and answers the bare customer; the old one, sessions and tokens are over", async () => {
    const { email, id, send } = await aShopper();
    const store = bearer(await storeToken(email));
    const token = await tokenFor(email);
    const answer = await reset({ email: email.toUpperCase(), token, password: "brand new" });
    expect(answer.status).toBe(200);
    expect(answer.body.customer).toMatchObject({ id, email, has_account: true });
    expect(Object.keys(answer.body.customer)).toHaveLength(11);
    expect(await signIn(email, PASSWORD)).toBe(401);
    expect(await signIn(email, "brand new")).toBe(200);
    expect((await send("/store/auth")).status).toBe(401);
    expect((await call("/store/auth", { headers: store })).status).toBe(401);
    expect(await mailsTo(email)).toEqual([]);
    const sets = await allChanges();
    expect(sets.find((set) => set.kind === "customer.password")).toMatchObject({
      actorKind: "customer",
      actorId: id,
    });
  });

  it("40: answers an unknown address with exactly this 401", async () => {
    const answer = await reset({ email: someEmail(), token: "x", password: "new" });
    expect([answer.status, answer.body]).toEqual([401, REFUSED]);
  });

  it("takes a token once, also when it is used twice at the same moment", async () => {
    const { email } = await aShopper();
    const token = await tokenFor(email);
    const answers = await Promise.all(
      ["first", "second"].map((password) => reset({ email, token, password })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    expect((await reset({ email, token, password: "third" })).body).toEqual(REFUSED);
  });

  it("answers a retried request as the first one, and does nothing again", async () => {
    const { email } = await aShopper();
    const body = { email, token: await tokenFor(email), password: "brand new" };
    const headers = { "idempotency-key": crypto.randomUUID() };
    const send = (more = {}) =>
      call("/store/customers/password-reset", { body: { ...body, ...more }, headers });
    const [first, second] = [await send(), await send()];
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect((await send({ password: "another" })).body).toEqual(REFUSED);
    expect(await signIn(email, "brand new")).toBe(200);
  });

  it("refuses a malformed, foreign, expired or unsigned token, and one from before another change, alike", async () => {
    const { email, id, send } = await aShopper();
    const other = await aShopper();
    const token = await tokenFor(email);
    const [, body] = token.split(".");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const forged = await new SignJWT({ customer_id: id })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime("15m")
      .sign(new TextEncoder().encode("test-secret-for-bearer-tokens-00000"));
    for (const bad of [
      "",
      "x",
      "a.b.c",
      `${none}.${body}.`,
      forged,
      await tokenFor(other.email),
      await storeToken(email),
      await expiredFor(id),
      "x".repeat(5000),
    ]) {
      const answer = await reset({ email, token: bad, password: "new" });
      expect([answer.status, answer.body], bad.slice(0, 20)).toEqual([401, REFUSED]);
    }
    await send("/store/customers/me", { body: { password: "changed" } });
    expect((await reset({ email, token, password: "new" })).body).toEqual(REFUSED);
    expect(await signIn(email, "changed")).toBe(200);
  });

  it("a missing field is a 400 that names it", async () => {
    expect((await reset({})).body.message).toBe(
      "email must be an email, token must be a string, password must be a string",
    );
  });
});

async function expiredFor(id: string): Promise<string> {
  const { signResetToken } = await import("../../auth/reset-token");
  const { passwordHash } = await db().customer.findUniqueOrThrow({ where: { id } });
  vi.useFakeTimers({ now: Date.now() - 16 * 60_000, toFake: ["Date"] });
  try {
    return await signResetToken({ id, passwordHash: passwordHash ?? "" });
  } finally {
    vi.useRealTimers();
  }
}
