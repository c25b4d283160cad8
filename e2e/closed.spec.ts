import type pg from "pg";
import { expect, test } from "./support/fixtures";
import { cookieHeader, send, sendRsc } from "./support/raw";
import { actionId, postAction, serverActions } from "./support/server-actions";

const OPEN_ACTIONS = [
  "signInAction",
  "setUpAction",
  "resetPasswordAction",
  "newPasswordAction",
  "forgotPasswordAction",
];
/** What a viewer may call: it only reads, or concerns nobody else. */
const READING_ACTIONS = /^(?:find|changePasswordAction$)/;

const PAGES = [
  "/",
  "/customers",
  "/customers/new",
  "/groups",
  "/settings",
  "/settings/team",
  "/settings/tokens",
  "/settings/outbox",
  "/settings/password",
  "/settings/system",
];
const API = [
  "/admin/customers",
  "/admin/auth",
  "/v1/admin/customers",
  "/store/customers/me",
  "/v1/store/auth",
];

test("without a session every page leads to the sign-in page, and every API path says 401", async ({
  baseURL,
  newCustomer,
}) => {
  const { id } = await newCustomer();
  for (const path of [...PAGES, `/customers/${id}`]) {
    const { status, headers } = await send(baseURL ?? "", path);
    expect([status, path], path).toEqual([307, path]);
    expect(headers.location, path).toMatch(/^\/(?:sign-in\?callbackUrl=%2F|customers$)/);
  }
  for (const path of [...API, `/admin/customers/${id}`]) {
    const { status, headers } = await send(baseURL ?? "", path);
    expect(status, path).toBe(401);
    expect(headers["content-type"], path).not.toContain("html");
  }
});

test("no server action does anything for a stranger, on any page, with any arguments", async ({
  baseURL,
  newCustomer,
  newAdmin,
  database,
}) => {
  const mark = `stranger-${crypto.randomUUID().slice(0, 8)}`;
  const customer = await newCustomer();
  const admin = await newAdmin("admin");
  const shapes: unknown[][] = [
    [],
    [{}],
    [
      {
        id: customer.id,
        email: `${mark}@example.com`,
        firstName: mark,
        patch: { firstName: mark },
        base: {},
      },
    ],
    [{ id: admin.id, role: "owner", title: mark, name: mark, access: "write", password: mark }],
    [{ id: { contains: "" } }, "request-key-0001"],
    [null, mark],
    [customer.id, { firstName: mark }],
  ];
  const actions = serverActions();
  expect(actions.length).toBeGreaterThan(15);
  for (const { id, name } of actions) {
    for (const path of ["/sign-in", "/customers", "/nowhere"])
      for (const args of path === "/sign-in" ? shapes : shapes.slice(2, 3)) {
        const { status, text } = await postAction(baseURL ?? "", id, args, { path });
        const what = `${name} at ${path} with ${JSON.stringify(args)}`;
        expect(status, what).toBeLessThan(500);
        expect(text, what).not.toContain('"ok":true');
        if (path === "/sign-in" && !OPEN_ACTIONS.includes(name))
          expect(text, what).toContain('"code":"signed_out"');
      }
  }
  expect(await places(database, mark)).toEqual([]);
  const { rows } = await database.query("select role, deactivated_at from admin where id = $1", [
    admin.id,
  ]);
  expect(rows).toEqual([{ role: "admin", deactivated_at: null }]);
});

test("a viewer writes by no door: not by an action, not by the API", async ({
  baseURL,
  newCustomer,
  newAdmin,
  pageAs,
  database,
}) => {
  const mark = `viewer-${crypto.randomUUID().slice(0, 8)}`;
  const customer = await newCustomer();
  const viewer = await newAdmin("viewer");
  const page = await pageAs(viewer);
  const cookie = await cookieHeader(page);
  const args = [
    {
      id: customer.id,
      email: `${mark}@example.com`,
      firstName: mark,
      lastName: mark,
      name: mark,
      title: mark,
      access: "write",
      role: "owner",
      password: "copper lantern beneath willow",
    },
  ];
  for (const { id, name } of serverActions()) {
    if (READING_ACTIONS.test(name) || OPEN_ACTIONS.includes(name)) continue;
    const { text } = await postAction(baseURL ?? "", id, args, {
      path: "/customers",
      headers: { cookie },
    });
    expect(text, name).toContain('"code":"forbidden"');
  }
  const promote = await postAction(
    baseURL ?? "",
    actionId("changeRoleAction"),
    [{ id: viewer.id, role: "owner" }],
    { headers: { cookie } },
  );
  expect(promote.text).toContain('"code":"forbidden"');

  const origin = baseURL ?? "";
  const json = { cookie, origin, "content-type": "application/json" };
  for (const path of ["/admin/customers", `/admin/customers/${customer.id}`]) {
    const body = JSON.stringify({ email: `${mark}@example.com`, first_name: mark });
    const { status } = await send(origin, path, { method: "POST", headers: json, body });
    expect(status, path).toBe(403);
  }
  expect((await send(origin, "/admin/customers", { headers: { cookie } })).status).toBe(200);
  expect(await places(database, mark)).toEqual([]);
});

test("a write with a cookie comes from a page of ours, or not at all", async ({
  baseURL,
  newAdmin,
  pageAs,
  database,
}) => {
  const url = baseURL ?? "";
  const page = await pageAs(await newAdmin("owner"));
  const cookie = await cookieHeader(page);
  const create = async (headers: Record<string, string>) => {
    const title = `origin-${crypto.randomUUID()}`;
    const { status } = await send(url, "/settings/tokens", {
      method: "POST",
      headers: {
        cookie,
        "next-action": actionId("createTokenAction"),
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        ...headers,
      },
      body: JSON.stringify([{ title, access: "read" }]),
    });
    const made = await database.query("select 1 from api_key where title = $1", [title]);
    return [status, made.rowCount];
  };
  const port = new URL(url).port;
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: url.replace("http:", "https:") },
    { origin: `http://localhost:${Number(port) + 1}` },
    { origin: `http://localhost.evil.example:${port}` },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    {},
  ] as Record<string, string>[])
    expect(await create(headers), JSON.stringify(headers)).toEqual([403, 0]);
  expect(await create({ origin: url })).toEqual([200, 1]);
  expect(await create({ "sec-fetch-site": "same-origin" })).toEqual([200, 1]);
});

test("nothing personal leaks into what the router fetches, whatever a stranger sends along", async ({
  baseURL,
  newCustomer,
}) => {
  test.setTimeout(120_000);
  const url = baseURL ?? "";
  const marker = `leak-${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await newCustomer({ first_name: marker, email: `${marker}@example.com` });
  const skip = "middleware:middleware:middleware:middleware:middleware";
  const headerSets: Record<string, string>[] = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-segment-prefetch": "/customers/__PAGE__" },
    { "x-middleware-subrequest": skip },
    { "x-middleware-subrequest": skip.replaceAll("middleware", "src/middleware"), rsc: "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-nextjs-data": "1" },
    { "x-clientele-path": "/customers", "x-clientele-address": "127.0.0.1" },
    {
      "x-forwarded-host": "localhost",
      "x-original-url": "/customers",
      "x-rewrite-url": "/customers",
    },
    { "x-invoke-path": "/customers", "x-matched-path": "/customers", "x-now-route-matches": "1=1" },
    { cookie: "clientele.session=x; connect.sid=x", authorization: "Bearer x" },
  ];
  const paths = [
    "/customers",
    `/customers?q=${marker}`,
    `/customers/${id}`,
    `/customers/${id}?_rsc=1`,
    "/customers.rsc",
    "/customers.segments/_tree.segment.rsc",
    `/customers/${id}.rsc`,
    "/customers/",
    "//customers",
    "/Customers",
    "/%63ustomers",
    "/./customers",
    "/x/../customers",
    `/_next/data/build/customers/${id}.json`,
    `/admin/customers?q=${marker}`,
    `/admin/customers/${id}`,
    `//admin/customers/${id}`,
    `/ADMIN/customers/${id}`,
    `/admin/customers/${id}/`,
    `/v1/admin/customers/${id}`,
  ];
  for (const path of paths)
    for (const headers of headerSets)
      for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) {
        if (method !== "GET" && Object.keys(headers).length > 1) continue;
        const answer = await send(url, path, { method, headers });
        const what = `${method} ${path} ${JSON.stringify(headers)}`;
        expect(answer.status, what).toBeLessThan(500);
        expect(
          answer.text
            .replaceAll(encodeURIComponent(`q=${marker}`), "")
            .replaceAll(`q=${marker}`, ""),
          what,
        ).not.toContain(marker);
      }
  const led = await sendRsc(url, `/customers/${id}`);
  expect(led.text).not.toContain(marker);
});

/** Tables of the application in which a text stands somewhere. */
async function places(database: pg.Client, text: string): Promise<string[]> {
  const { rows } = await database.query<{ table: string }>(
    `select table_name as table from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { table } of rows) {
    const sql = `select 1 from "${table}" x where x::text like $1 limit 1`;
    if ((await database.query(sql, [`%${text}%`])).rowCount) found.push(table);
  }
  return found;
}
