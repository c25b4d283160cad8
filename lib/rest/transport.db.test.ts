import { beforeAll, describe, expect, it, vi } from "vitest";
import { countCustomers } from "../customers/list";
import { anAdmin } from "../testing/actors";
import { anAdminWithPassword, call, client, PASSWORD, someEmail } from "../testing/rest-client";
import { aShopper } from "../testing/store-client";
import { v1 } from "./v1/dialect";
import { v2 } from "./v2/dialect";

vi.hoisted(() => {
  process.env.CLIENTELE_STORE_CORS = "https://store.example.org";
  process.env.CLIENTELE_ADMIN_CORS =
    "https://shop.example.com, /^https:\\/\\/pr-\\d+\\.example\\.net$/";
});

const STORE_PAGE = "https://store.example.org";
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

let api: Awaited<ReturnType<typeof client>>;
beforeAll(async () => {
  api = await client();
});

const fields = (more = {}) => ({
  email: someEmail(),
  first_name: "A",
  last_name: "B",
  password: "",
  ...more,
});
const sessionOf = async (role: "admin" | "viewer" = "admin") => {
  const { email } = await anAdminWithPassword(role);
  const answer = await call("/admin/auth", { body: { email, password: PASSWORD } });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
};
const count = async () => countCustomers(await anAdmin());

describe("closed by default", () => {
  const named = (access: string, { routes } = v1) =>
    routes
      .filter((route) => route.access === access)
      .map((route) => `${route.method} ${route.path}`);

  it("opens these routes by name, no other", () => {
    expect(named("open")).toEqual([
      "POST /admin/auth",
      "POST /admin/auth/token",
      "POST /store/auth",
      "POST /store/auth/token",
      "DELETE /store/auth",
      "GET /store/auth/:email",
      "POST /store/customers",
      "POST /store/customers/password-token",
      "POST /store/customers/password-reset",
    ]);
    expect(named("open", v2)).toEqual([
      "POST /auth/user/emailpass",
      "POST /auth/user/emailpass/register",
      "POST /auth/user/:provider",
      "POST /auth/user/emailpass/reset-password",
      "POST /auth/user/emailpass/update",
    ]);
  });

  it("lets customers into these, and never into /admin", () => {
    expect(named("customer")).toEqual([
      "GET /store/auth",
      "GET /store/customers/me",
      "POST /store/customers/me",
      "POST /store/customers/me/addresses",
      "POST /store/customers/me/addresses/:id",
      "DELETE /store/customers/me/addresses/:id",
    ]);
  });

  it("answers every path and method without a credential with 401 and the bare text", async () => {
    const paths = [
      ...new Set(
        v1.routes
          .filter((route) => route.path.startsWith("/admin"))
          .map((route) => route.path.replace(":id", "cus_1")),
      ),
      "/admin",
      "/admin/",
      "/admin/orders",
      "/admin/customers/",
      "/admin/customers/cus_1/x/y",
    ];
    const open = new Set(["POST /admin/auth", "POST /admin/auth/token"]);
    for (const path of paths.flatMap((path) => [path, `/v1${path}`]))
      for (const method of METHODS) {
        if (open.has(`${method} ${path.replace(/^\/v1/, "")}`)) continue;
        const answer = await call(path, { method });
        expect(answer.status, `${method} ${path}`).toBe(401);
        expect(answer.text).toBe(method === "HEAD" ? "" : "Unauthorized");
      }
  });

  it("answers every route of the second generation without a credential with 401, under /v2 in JSON", async () => {
    for (const route of v2.routes.filter(({ access }) => access !== "open")) {
      const path = route.path.replace(/:\w+/g, "x");
      for (const mount of ["", "/v2"])
        expect((await call(mount + path, { method: route.method })).status, path).toBe(401);
      const answer = await call(`/v2${path}`, { method: route.method });
      expect(answer.body).toEqual({ message: "Unauthorized" });
    }
  });

  it("answers any other path or method with 404 in JSON once somebody is known", async () => {
    for (const [method, path] of [
      ["PUT", "/admin/customers"],
      ["DELETE", "/v1/admin/customers/cus_1"],
      ["PATCH", "/admin/customers/cus_1"],
      ["GET", "/admin/nothing"],
    ] as const) {
      const answer = await api.send(path, { method });
      expect([answer.status, answer.body.type], `${method} ${path}`).toEqual([404, "not_found"]);
    }
  });
});

describe("every answer", () => {
  it("is private and never stored, names its request, and keeps an id that came with it", async () => {
    for (const answer of [
      await api.get("/admin/customers"),
      await api.get("/admin/customers?foo=1"),
      await api.get("/admin/customers/nobody"),
      await call("/admin/customers"),
      await call("/v1/nothing"),
    ]) {
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/);
    }
    const answer = await api.get("/admin/customers", { "x-request-id": "req-12345678" });
    expect(answer.headers.get("x-request-id")).toBe("req-12345678");
  });
});

describe("paths", () => {
  it("are the same with a trailing slash, with a bare ?, and under /v1", async () => {
    for (const path of [
      "/admin/customers/",
      "/admin/customers?",
      "/v1/admin/customers",
      "/v1/admin/customers/?limit=1",
    ])
      expect((await api.get(path)).status, path).toBe(200);
    expect((await api.post("/admin/customers/", fields())).status).toBe(201);
  });

  it("answer HEAD where GET works, without a body", async () => {
    const answer = await api.send("/admin/customers", { method: "HEAD" });
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });
});

describe("bodies", () => {
  const send = (body: string, headers = {}) =>
    api.send("/admin/customers", { method: "POST", body, headers });

  it("a GET with a JSON content type and a DELETE with a JSON body work", async () => {
    expect((await api.get("/admin/customers", { "content-type": "application/json" })).status).toBe(
      200,
    );
    const answer = await api.send("/admin/auth", { method: "DELETE", body: "{}" });
    expect([answer.status, answer.text]).toEqual([200, "OK"]);
  });

  it("a POST with a JSON content type and no bytes is an empty object", async () => {
    const answer = await send("");
    expect(answer.body.message).toMatch(/^email must be an email, first_name/);
  });

  it("another content type counts as empty", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "application/jsonp",
      "application/vnd.api+json",
    ]) {
      const answer = await send(JSON.stringify(fields()), { "content-type": type });
      expect([answer.status, answer.body.type], type).toEqual([400, "invalid_data"]);
    }
  });

  it("what is not one JSON object is refused with 400 in JSON and no trace of our inside", async () => {
    for (const body of [
      "{",
      "{'a':1}",
      "null",
      "1",
      '"x"',
      "[]",
      " ",
      "{}{}",
      "\u0000",
      '{"a":1,}',
      "[".repeat(70) + "]".repeat(70),
    ]) {
      const answer = await send(body);
      expect([answer.status, answer.body?.type], body).toEqual([400, "invalid_data"]);
      expect(Object.keys(answer.body).sort()).toEqual(["message", "type"]);
      expect(answer.text).not.toMatch(/ at |\.ts|node_modules/);
    }
    expect((await send("[]")).body.message).toBe(
      "an unknown value was passed to the validate function",
    );
  });

  it("bytes that are no UTF-8, and compressed bodies, are refused", async () => {
    const bytes = Buffer.from('{"email":"\xff"}', "latin1");
    const headers = { "content-type": "application/json" };
    const bad = await api.send("/admin/customers", {
      method: "POST",
      body: bytes as unknown as string,
      headers,
    });
    expect(bad.status).toBe(400);
    expect((await send("{}", { "content-encoding": "gzip" })).status).toBe(415);
    expect((await send("{}", { "content-type": "application/json; charset=utf-16" })).status).toBe(
      415,
    );
    expect((await send("{}", { "content-type": "application/json; charset=UTF-8" })).status).toBe(
      400,
    );
  });

  it("more than 100 kB is refused with 413, whether the length is told or not", async () => {
    const fits = fields({ metadata: { k: "x".repeat(60_000) } });
    expect((await api.post("/admin/customers", fits)).status).toBe(201);
    const large = JSON.stringify(fields({ metadata: { k: "x".repeat(110_000) } }));
    expect((await send(large)).status).toBe(413);
    expect((await send(large, { "content-length": String(large.length) })).status).toBe(413);
  });

  it("nesting is bounded without being built: 64 levels, metadata 32", async () => {
    const nested = (levels: number) => `${'{"k":'.repeat(levels)}1${"}".repeat(levels)}`;
    const withMetadata = (json: string) =>
      send(JSON.stringify(fields({ metadata: "HERE" })).replace('"HERE"', json));
    expect((await withMetadata(nested(32))).status).toBe(201);
    for (const levels of [33, 64, 1_000, 15_000])
      expect((await withMetadata(nested(levels))).status, `${levels}`).toBe(400);
  });
});

describe("a write with a session cookie", () => {
  const write = (cookie: string, headers: Record<string, string>) =>
    call("/admin/customers", { body: fields(), headers: { cookie, ...headers } });

  it("is done from our own page, from an allowed one, and from a script that is no browser", async () => {
    const cookie = await sessionOf();
    for (const headers of [
      { origin: "http://localhost:3000" },
      { origin: "https://shop.example.com", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-origin" },
      {},
    ] as Record<string, string>[])
      expect((await write(cookie, headers)).status, JSON.stringify(headers)).toBe(201);
  });

  it("is refused with 403 from anywhere else, and nothing changes", async () => {
    const cookie = await sessionOf();
    const before = await count();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://shop.example.com.evil.example" },
      { origin: "http://shop.example.com" },
      { origin: "https://localhost:3000" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { "content-type": "text/plain" },
    ] as Record<string, string>[]) {
      const answer = await write(cookie, headers);
      expect([answer.status, answer.body.type], JSON.stringify(headers)).toEqual([
        403,
        "forbidden",
      ]);
    }
    expect(await count()).toBe(before);
  });

  it("does not stand in the way of a good token beside it", async () => {
    const headers = { origin: "https://evil.example", "x-medusa-access-token": api.token };
    expect((await write(await sessionOf(), headers)).status).toBe(201);
  });

  it("reads from anywhere: the browser keeps the answer from a foreign page", async () => {
    const answer = await call("/admin/customers", {
      headers: { cookie: await sessionOf(), origin: "https://evil.example" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("CORS", () => {
  const allowed = ["https://shop.example.com", "https://pr-12.example.net"];
  const preflight = (origin: string, path = "/admin/customers") =>
    call(path, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-anything-else",
      },
    });

  it("answers a preflight before anybody is asked who they are", async () => {
    for (const origin of allowed)
      for (const path of [
        "/admin/customers",
        "/admin/auth",
        "/admin/nothing",
        "/v1/admin/customers",
      ]) {
        const { status, text, headers } = await preflight(origin, path);
        expect([status, text]).toEqual([204, ""]);
        expect(headers.get("access-control-allow-origin")).toBe(origin);
        expect(headers.get("access-control-allow-credentials")).toBe("true");
        expect(headers.get("access-control-allow-methods")).toBe("GET,HEAD,PUT,PATCH,POST,DELETE");
        expect(headers.get("access-control-allow-headers")).toBe("content-type,x-anything-else");
        expect(headers.get("vary")).toBe("Origin, Access-Control-Request-Headers");
      }
  });

  it("allows no other origin: no wildcard, no echo", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "https://pr-12.example.net.evil.example",
      "http://shop.example.com",
    ]) {
      const { status, headers } = await preflight(origin);
      expect([status, headers.get("access-control-allow-origin")], origin).toEqual([204, null]);
    }
  });

  it("goes by the area: a page of the store may call /store and not /admin, and the other way round", async () => {
    for (const [path, origin, other] of [
      ["/store/customers/me", STORE_PAGE, allowed[0]],
      ["/v1/store/auth", STORE_PAGE, allowed[0]],
      ["/store/nothing", STORE_PAGE, allowed[0]],
      ["/admin/customers", allowed[0], STORE_PAGE],
    ] as const) {
      const mine = await preflight(origin ?? "", path);
      expect([mine.status, mine.text], path).toEqual([204, ""]);
      expect(mine.headers.get("access-control-allow-origin")).toBe(origin);
      expect(mine.headers.get("access-control-allow-credentials")).toBe("true");
      expect(mine.headers.get("access-control-allow-headers")).toBe("content-type,x-anything-else");
      expect(
        (await preflight(other ?? "", path)).headers.get("access-control-allow-origin"),
      ).toBeNull();
    }
    const refused = await call("/store/customers/me", { headers: { origin: STORE_PAGE } });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([
      401,
      STORE_PAGE,
    ]);
    expect((await call("/store/nothing", { headers: { origin: STORE_PAGE } })).status).toBe(404);
  });

  it("a write with a customer's cookie is done from a page of the store, and from no other", async () => {
    const { send } = await aShopper();
    const write = (origin: string) =>
      send("/store/customers/me", { body: { phone: "1" }, headers: { origin } });
    expect((await write(STORE_PAGE)).status).toBe(200);
    expect((await write("http://localhost:3000")).status).toBe(200);
    for (const origin of [allowed[0] ?? "", "https://evil.example", "null"])
      expect((await write(origin)).status, origin).toBe(403);
  });

  it("stands on errors too, so that a browser shows the status", async () => {
    const headers = { origin: allowed[0] as string };
    for (const [answer, status] of [
      [await call("/admin/customers", { headers }), 401],
      [await api.get("/admin/customers/nobody", headers), 404],
      [await api.post("/admin/customers", {}, headers), 400],
      [await api.get("/admin/customers", headers), 200],
    ] as const) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get("access-control-allow-origin")).toBe(allowed[0]);
      expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
      expect(answer.headers.get("vary")).toContain("Origin");
    }
  });
});

describe("reading changes nothing", () => {
  it("GET and HEAD of every route leave no change set", async () => {
    const { db } = await import("../db");
    const before = await db().changeSet.count();
    for (const [mount, { routes }] of [
      ["/v1", v1],
      ["/v2", v2],
    ] as const)
      for (const route of routes.filter((route) => route.method === "GET"))
        for (const method of ["GET", "HEAD"])
          await api.send(mount + route.path.replace(/:\w+/g, "x"), { method });
    expect(await db().changeSet.count()).toBe(before);
  });
});
