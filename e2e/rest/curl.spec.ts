import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, someEmail, test } from "../support/fixtures";
import { OWNER } from "../support/server";

const run = promisify(execFile);

/** Runs curl and answers status, headers and body. */
async function curl(...args: string[]) {
  const { stdout } = await run(
    "curl",
    ["--silent", "--include", "--max-time", "10", "-H", "expect:", ...args],
    {
      maxBuffer: 10_000_000,
    },
  );
  const [head = "", ...body] = stdout.split("\r\n\r\n");
  return {
    status: Number(head.split(" ")[1]),
    head: head.toLowerCase(),
    body: body.join("\r\n\r\n"),
  };
}

const JSON_TYPE = ["-H", "content-type: application/json"];
const customer = () =>
  JSON.stringify({ email: someEmail(), first_name: "Curl", last_name: "User", password: "" });

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientele-curl-"));
});
test.afterEach(() => rm(folder, { recursive: true }));

test("cURL signs in, lists, creates, edits and signs out with a cookie jar", async ({
  baseURL,
}) => {
  const jar = ["-b", join(folder, "jar"), "-c", join(folder, "jar")];
  const signIn = await curl(
    ...jar,
    ...JSON_TYPE,
    "-d",
    JSON.stringify(OWNER),
    `${baseURL}/admin/auth`,
  );
  expect(signIn.status).toBe(200);
  expect(signIn.head).toMatch(
    /set-cookie: connect\.sid=[0-9a-f]{64}; max-age=36000; path=\/; httponly; samesite=lax\r?$/m,
  );
  expect(JSON.parse(signIn.body).user.email).toBe(OWNER.email);

  const created = await curl(...jar, ...JSON_TYPE, "-d", customer(), `${baseURL}/admin/customers`);
  expect(created.status).toBe(201);
  const { id } = JSON.parse(created.body).customer;
  const edited = await curl(
    ...jar,
    ...JSON_TYPE,
    "-d",
    '{"last_name":"Edited"}',
    `${baseURL}/admin/customers/${id}`,
  );
  expect([edited.status, JSON.parse(edited.body).customer.last_name]).toEqual([200, "Edited"]);
  const listed = await curl(
    ...jar,
    "-G",
    `${baseURL}/admin/customers`,
    "--data-urlencode",
    "q=curl edited",
  );
  expect(listed.status).toBe(200);

  const signOut = await curl(...jar, "-X", "DELETE", `${baseURL}/admin/auth`);
  expect([signOut.status, signOut.body]).toEqual([200, "OK"]);
  const cookie = /connect\.sid=[0-9a-f]+/.exec(signIn.head)?.[0];
  const after = await curl("-H", `cookie: ${cookie}`, `${baseURL}/admin/auth`);
  expect([after.status, after.body]).toEqual([401, "Unauthorized"]);
});

test("cURL works with a bearer token and with an API token", async ({ api, baseURL }) => {
  const answer = await curl(
    ...JSON_TYPE,
    "-d",
    JSON.stringify(OWNER),
    `${baseURL}/admin/auth/token`,
  );
  const bearer = `authorization: Bearer ${JSON.parse(answer.body).access_token}`;
  const key = `x-medusa-access-token: ${(await api("write")).token}`;
  for (const credential of [bearer, key]) {
    expect((await curl("-H", credential, `${baseURL}/admin/customers?limit=1`)).status).toBe(200);
    const created = await curl(
      "-H",
      credential,
      ...JSON_TYPE,
      "-d",
      customer(),
      `${baseURL}/admin/customers`,
    );
    expect(created.status).toBe(201);
  }
});

test("whatever cURL asks for without a credential is 401 in bare text", async ({ baseURL }) => {
  for (const path of [
    "/admin",
    "/admin/auth",
    "/admin/customers",
    "/admin/customers/",
    "/admin/customers/x",
    "/admin/nothing",
    "/v1/admin/customers",
  ])
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (path === "/admin/auth" && method === "POST") continue;
      const answer = await curl("-X", method, `${baseURL}${path}`);
      expect([answer.status, answer.body], `${method} ${path}`).toEqual([401, "Unauthorized"]);
      expect(answer.head).toContain("cache-control: private, no-store");
    }
});

test("no header lets a request past the guard", async ({ baseURL }) => {
  const subrequest = Array(5).fill("middleware").join(":");
  for (const header of [
    `x-middleware-subrequest: ${subrequest}`,
    `x-middleware-subrequest: src/${subrequest}`,
    "x-clientele-path: /customers",
    "x-clientele-address: 127.0.0.1",
    "x-forwarded-for: 127.0.0.1",
    "next-action: 40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "rsc: 1",
    "next-router-prefetch: 1",
    "authorization: Basic c2s6",
  ])
    for (const path of ["/admin/customers", "/admin/customers?_rsc=x", "//admin/customers"]) {
      const answer = await curl("--path-as-is", "-H", header, `${baseURL}${path}`);
      expect([401, 307, 308], `${header} ${path}`).toContain(answer.status);
      expect(answer.body).not.toContain("@");
    }
});

test("HEAD, a trailing slash, a bare ? and a GET with a JSON content type work", async ({
  api,
  baseURL,
}) => {
  const key = ["-H", `x-medusa-access-token: ${(await api("read")).token}`];
  const head = await curl(...key, "--head", `${baseURL}/admin/customers`);
  expect([head.status, head.body]).toEqual([200, ""]);
  for (const path of ["/admin/customers/", "/admin/customers?", "/v1/admin/customers/"])
    expect((await curl(...key, ...JSON_TYPE, `${baseURL}${path}`)).status, path).toBe(200);
});

test("a path with broken percent signs, a strange method and TRACE are 4xx", async ({
  baseURL,
}) => {
  for (const path of ["%", "%ZZ", "%ED%A0%80", "%00"])
    expect((await curl(`${baseURL}/admin/customers/${path}`)).status, path).toBeLessThan(500);
  for (const method of ["TRACE", "PROPFIND", "FOO"]) {
    const { status } = await curl("-X", method, `${baseURL}/admin/customers`);
    expect(status >= 400 && status < 500, `${method}: ${status}`).toBe(true);
  }
});

test("a body of 2 MB is 413, with its length told and in chunks", async ({ api, baseURL }) => {
  const key = ["-H", `x-medusa-access-token: ${(await api("write")).token}`];
  const { writeFile } = await import("node:fs/promises");
  const file = join(folder, "big.json");
  await writeFile(file, `{"first_name":"${"x".repeat(2_000_000)}"}`);
  for (const more of [[], ["-H", "transfer-encoding: chunked"]]) {
    const answer = await curl(
      ...key,
      ...JSON_TYPE,
      ...more,
      "--data-binary",
      `@${file}`,
      `${baseURL}/admin/customers`,
    );
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ type: "invalid_data" });
  }
});

test("live and ready answer strangers, with nothing but the state", async ({ baseURL }) => {
  for (const [path, status] of [
    ["live", "live"],
    ["ready", "ready"],
  ] as const) {
    const answer = await curl(`${baseURL}/health/${path}`);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { status }]);
    expect(answer.head).toContain("cache-control: private, no-store");
  }
});
