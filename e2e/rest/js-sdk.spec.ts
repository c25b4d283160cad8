import MedusaSdk, { type FetchError } from "@medusajs/js-sdk";
import type { Page } from "@playwright/test";
import { emptySite } from "../support/empty-site";
import { expect, test } from "../support/fixtures";
import { startInstance } from "../support/instance";
import { jsSdkBundle } from "../support/medusa-bundle";
import { databaseUrl } from "../support/server";

type Credentials = { email: string; password: string };

const failureOf = (work: Promise<unknown>): Promise<FetchError> =>
  work.then(
    () => {
      throw new Error("This should have been refused.");
    },
    (error) => error,
  );

test.describe("the unmodified @medusajs/js-sdk in Node", () => {
  test("with a JWT in memory signs in, knows who it is, works, and refreshes", async ({
    newAdmin,
    baseURL: baseUrl = "",
  }) => {
    const { email, password } = await newAdmin("admin");
    const sdk = new MedusaSdk({ baseUrl, auth: { type: "jwt", jwtTokenStorageMethod: "memory" } });
    const wrong = sdk.auth.login("user", "emailpass", { email, password: "wrong" });
    const refusal = { status: 401, message: "Invalid email or password" };
    expect(await failureOf(wrong)).toMatchObject(refusal);
    expect(await failureOf(sdk.admin.apiKey.list())).toMatchObject({ status: 401 });
    expect(typeof (await sdk.auth.login("user", "emailpass", { email, password }))).toBe("string");
    expect((await sdk.admin.user.me()).user.email).toBe(email);
    await sdk.auth.refresh();
    expect((await sdk.admin.user.me()).user.email).toBe(email);
    await sdk.auth.logout();
    expect(await failureOf(sdk.admin.user.me())).toMatchObject({ status: 401 });
  });

  test("with an API key works; the key is nobody, and of no use once revoked", async ({
    newAdmin,
    baseURL: baseUrl = "",
  }) => {
    const { email, password } = await newAdmin("admin");
    const admin = new MedusaSdk({
      baseUrl,
      auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
    });
    await admin.auth.login("user", "emailpass", { email, password });
    const { api_key: key } = await admin.admin.apiKey.create({ title: "SDK", type: "secret" });
    expect(key.token).toMatch(/^sk_[0-9a-f]{64}$/);
    const sdk = new MedusaSdk({ baseUrl, apiKey: key.token });
    expect((await sdk.admin.apiKey.retrieve(key.id)).api_key.token).toBe("");
    expect(await failureOf(sdk.admin.user.me())).toMatchObject({
      status: 404,
      message: `User with id: ${key.id} was not found`,
    });
    expect((await admin.admin.apiKey.list({ q: "SDK" })).api_keys.map(({ id }) => id)).toContain(
      key.id,
    );
    await admin.admin.apiKey.update(key.id, { title: "Old SDK" });
    const { api_key: revoked } = await admin.admin.apiKey.revoke(key.id);
    expect([revoked.title, revoked.revoked_by?.startsWith("user_")]).toEqual(["Old SDK", true]);
    expect(await failureOf(sdk.admin.apiKey.list())).toMatchObject({ status: 401 });
    expect((await admin.admin.apiKey.delete(key.id)).deleted).toBe(true);
  });
});

/** What a page does with the client: sign in, look, write, sign out, look again. */
async function inPage(page: Page, baseUrl: string, type: "jwt" | "session", who: Credentials) {
  await page.evaluate(await jsSdkBundle());
  return page.evaluate(
    async ([baseUrl, type, { email, password }]) => {
      const { MedusaSdk: Sdk } = globalThis as unknown as { MedusaSdk: typeof MedusaSdk };
      const sdk = new Sdk({ baseUrl, auth: { type } });
      const statusOf = (work: Promise<unknown>) =>
        work.then(
          () => 200,
          (error) => error.status ?? error.message,
        );
      const before = await statusOf(sdk.admin.apiKey.list());
      const login = await statusOf(sdk.auth.login("user", "emailpass", { email, password }));
      if (login !== 200) return { before, login };
      const me = await sdk.admin.user.me();
      const { api_key: key } = await sdk.admin.apiKey.create({ title: "Page", type: "secret" });
      const edited = await sdk.admin.apiKey.update(key.id, { title: "Old page" });
      const missing = await statusOf(sdk.admin.apiKey.retrieve("nobody"));
      await sdk.admin.apiKey.revoke(key.id);
      const deleted = await sdk.admin.apiKey.delete(key.id);
      await sdk.auth.logout();
      return {
        before,
        login,
        me: me.user.email,
        edited: edited.api_key.title,
        missing,
        deleted: deleted.deleted,
        afterwards: await statusOf(sdk.admin.apiKey.list()),
        cookie: document.cookie,
      };
    },
    [baseUrl, type, { email: who.email, password: who.password }] as const,
  );
}

const expected = (me: string) => ({
  before: 401,
  login: 200,
  me,
  edited: "Old page",
  missing: 404,
  deleted: true,
  afterwards: 401,
  cookie: "",
});

test.describe("the unmodified @medusajs/js-sdk in Chromium", () => {
  for (const type of ["jwt", "session"] as const)
    test(`works in a page of ours with ${type}`, async ({ page, newAdmin, baseURL }) => {
      const admin = await newAdmin("admin");
      await page.goto("/health/live");
      expect(await inPage(page, baseURL ?? "", type, admin)).toEqual(expected(admin.email));
    });

  test("works from an allowed origin with real preflights, with jwt and with session, and from no other", async ({
    page,
    newAdmin,
  }) => {
    test.setTimeout(120_000);
    const [allowed, other] = [await emptySite(), await emptySite()];
    const instance = await startInstance({
      env: {
        DATABASE_URL: databaseUrl(),
        CLIENTELE_ADMIN_CORS: allowed.origin,
        CLIENTELE_AUTH_CORS: allowed.origin,
      },
    });
    try {
      const admin = await newAdmin("admin");
      await page.goto(allowed.origin);
      for (const type of ["jwt", "session"] as const)
        expect(await inPage(page, instance.url, type, admin), type).toEqual(expected(admin.email));
      await page.goto(other.origin);
      expect(await inPage(page, instance.url, "session", admin)).toEqual({
        before: "Failed to fetch",
        login: "Failed to fetch",
      });
    } finally {
      await instance.stop();
      allowed.close();
      other.close();
    }
  });

  test("on another site over plain http is told why its session cannot be kept", async ({
    page,
    newAdmin,
  }) => {
    test.setTimeout(120_000);
    const site = await emptySite();
    const elsewhere = site.origin.replace("localhost", "127.0.0.1");
    const instance = await startInstance({
      env: { DATABASE_URL: databaseUrl(), CLIENTELE_AUTH_CORS: elsewhere },
    });
    try {
      const admin = await newAdmin("admin");
      await page.goto(elsewhere);
      await page.evaluate(await jsSdkBundle());
      const message = await page.evaluate(
        ([baseUrl, { email, password }]) => {
          const { MedusaSdk: Sdk } = globalThis as unknown as { MedusaSdk: typeof MedusaSdk };
          const sdk = new Sdk({ baseUrl, auth: { type: "session" } });
          return sdk.auth.login("user", "emailpass", { email, password }).then(
            () => "signed in",
            (error) => error.message,
          );
        },
        [instance.url, { email: admin.email, password: admin.password }] as const,
      );
      expect(message).toContain(`the page at ${elsewhere} is on another site`);
    } finally {
      await instance.stop();
      site.close();
    }
  });
});
