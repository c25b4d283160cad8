import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { projectRoot } from "../project/root.mjs";
import { createApiDoor } from "./api-door.mjs";

const API = Symbol.for("clientele.api");
const shared = globalThis as { [API]?: (request: Request) => Promise<Response> };
let server: Server | undefined;
afterEach(() => {
  server?.close();
  delete shared[API];
});

it("leads to the API's paths only, and only when the application has left it", () => {
  const door = createApiDoor(projectRoot);
  const leadsTo = (url: string) => door.leadsTo({ url } as never);
  expect(leadsTo("/admin/customers")).toBe(false);
  shared[API] = async () => new Response();
  for (const url of [
    "/admin",
    "/admin?x",
    "/admin/customers?q=a/b",
    "/store/auth",
    "/v1/admin/auth",
    "/v2/auth/session",
    "/auth/user/emailpass",
  ])
    expect(leadsTo(url), url).toBe(true);
  for (const url of [
    "/",
    "/customers",
    "/administrator",
    "/stores",
    "/reset-password",
    "/api/auth/session",
    "/authors",
    "/?/admin",
    "/health/live",
  ])
    expect(leadsTo(url), url).toBe(false);
});

it("hands over method, address, headers and body, and hands back status, headers and text", async () => {
  const ask = await stand(async (given) =>
    Response.json([given.method, given.url, given.headers.get("x-a"), await given.text()], {
      status: 201,
      headers: [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
        ["etag", '"v1"'],
      ],
    }),
  );
  const answer = await ask("POST", "/admin/x?q=%C3%A9", { "x-a": "some" }, "body ü");
  expect(answer.status).toBe(201);
  expect(JSON.parse(answer.text)).toEqual([
    "POST",
    expect.stringMatching(/^http:\/\/localhost:\d+\/admin\/x\?q=%C3%A9$/),
    "some",
    "body ü",
  ]);
  expect(answer.headers).toMatchObject({
    "set-cookie": ["a=1", "b=2"],
    etag: '"v1"',
    "content-length": String(Buffer.byteLength(answer.text)),
  });
});

it("hands over each of several credentials, of which Node would keep the first", async () => {
  const ask = await stand(async (given) => Response.json(given.headers.get("authorization")));
  const answer = await ask("GET", "/admin", { authorization: ["Basic a", "Bearer b"] });
  expect(JSON.parse(answer.text)).toBe("Basic a, Bearer b");
  expect(JSON.parse((await ask("GET", "/admin")).text)).toBeNull();
});

it("compresses what is long for who can read it", async () => {
  const ask = await stand(async () => Response.json("é".repeat(2_000)));
  const plain = await ask("GET", "/admin");
  expect([plain.headers.vary, plain.headers["content-encoding"]]).toEqual([
    "Accept-Encoding",
    undefined,
  ]);
  const packed = await ask("GET", "/admin", { "accept-encoding": "br, gzip" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
});

it("answers without a body where there is none", async () => {
  const ask = await stand(
    async (given) => new Response(null, { status: given.method === "HEAD" ? 200 : 204 }),
  );
  expect(await ask("GET", "/admin")).toMatchObject({ status: 204, text: "" });
  expect(await ask("HEAD", "/admin")).toMatchObject({ status: 200, text: "" });
});

it("takes a body that nobody read off the line, so that the connection goes on", async () => {
  shared[API] = async (given) => {
    const reader = given.body?.getReader();
    await reader?.read();
    return Response.json(null, { status: 413 });
  };
  const door = createApiDoor(projectRoot);
  server = createServer((asked, answer) => void door.answer(asked, answer));
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const line = connect(port, "127.0.0.1");
  let said = "";
  line.on("data", (chunk) => (said += chunk));
  const large = 5_000_000;
  line.write(`POST /admin HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${large}\r\n\r\n`);
  line.write("x".repeat(large));
  line.write("GET /admin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  await once(line, "close");
  expect(said.match(/HTTP\/1\.1 413/g)).toHaveLength(2);
}, 5_000);

async function stand(api: (request: Request) => Promise<Response>) {
  shared[API] = api;
  const door = createApiDoor(projectRoot);
  server = createServer((asked, answer) => void door.answer(asked, answer));
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return (method: string, path: string, headers = {}, body?: string) =>
    new Promise<{ status?: number; headers: Record<string, unknown>; bytes: Buffer; text: string }>(
      (resolve, reject) => {
        const asked = request(
          { port, method, path, headers: { host: `localhost:${port}`, ...headers } },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.on("end", () => {
              const bytes = Buffer.concat(chunks);
              resolve({
                status: answer.statusCode,
                headers: answer.headers,
                bytes,
                text: bytes.toString(),
              });
            });
          },
        );
        asked.on("error", reject);
        asked.end(body);
      },
    );
}
