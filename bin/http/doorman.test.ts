import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createDoorman } from "./doorman.mjs";
import { allowedHosts } from "./hosts.mjs";

type Answer = { status: number; headers: Record<string, string>; text: string };

let server: Server;
afterEach(() => void server.close());

describe("the doorman", () => {
  it("gives every answer the standing headers, each once", async () => {
    const ask = await stand();
    for (const answer of [await ask("/"), await ask("/", { headers: { host: "evil.example" } })]) {
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["referrer-policy"]).toBe("same-origin");
      expect(answer.headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(answer.headers["cache-control"]).toBe("private, no-store");
      expect(answer.headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
      expect(answer.headers["strict-transport-security"]).toBeUndefined();
    }
  });

  it("promises HTTPS only where the public address has it", async () => {
    const ask = await stand({ https: true });
    expect((await ask("/")).headers["strict-transport-security"]).toMatch(/^max-age=\d+$/);
  });

  it("leaves a route's own headers alone", async () => {
    const ask = await stand({}, { "x-frame-options": "SAMEORIGIN", "Cache-Control": "no-cache" });
    const { headers } = await ask("/");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("lets built files be cached", async () => {
    const ask = await stand();
    expect((await ask("/_next/static/a.js")).headers["cache-control"]).toBeUndefined();
  });

  it("refuses an unknown name and names the remedy", async () => {
    const ask = await stand();
    const { status, headers, text } = await ask("/", { headers: { host: "evil.example" } });
    expect(status).toBe(421);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(text).toContain("CLIENTELE_URL");
  });

  it("looks at the name a trusted proxy was called by", async () => {
    const ask = await stand({ trustedProxies: 1 });
    const evil = { "x-forwarded-host": "evil.example" };
    expect((await ask("/", { headers: evil })).status).toBe(421);
  });

  it("refuses TRACE and what is no path", async () => {
    const ask = await stand();
    expect((await ask("/", { method: "TRACE" })).status).toBe(405);
    expect((await ask("http://localhost/")).status).toBe(400);
  });

  it("takes out what a visitor may not say, and says it itself", async () => {
    const ask = await stand();
    const { text } = await ask("/", {
      headers: {
        "x-clientele-address": "6.6.6.6",
        "x-clientele-role": "owner",
        "x-forwarded-for": "6.6.6.6",
        "x-forwarded-host": "evil.example",
        "x-middleware-subrequest": "a",
        "content-security-policy": "default-src *",
        forwarded: "for=6.6.6.6",
      },
    });
    const seen = JSON.parse(text);
    expect(text).not.toMatch(/6\.6\.6\.6|evil|owner|subrequest|default-src/);
    expect(seen["x-clientele-address"]).toBe("127.0.0.1");
    expect(seen["x-clientele-proto"]).toBe("http");
  });

  it.each([
    ["a-sane-request-id", true],
    ["short", false],
    ["has blanks in the id", false],
    ["x".repeat(200), false],
  ])("keeps the request id %s: %s", async (id, kept) => {
    const ask = await stand();
    const { headers, text } = await ask("/", { headers: { "x-request-id": id } });
    expect(headers["x-request-id"] === id).toBe(kept);
    expect(JSON.parse(text)["x-request-id"]).toBe(headers["x-request-id"]);
  });

  it("is no longer ready once it closes", async () => {
    const ask = await stand();
    expect((await ask("/health/ready")).status).toBe(200);
    ask.doorman.startClosing();
    expect((await ask("/health/ready")).status).toBe(503);
    expect((await ask("/")).headers.connection).toBe("close");
  });
});

/** A server that tells what reached it, behind a doorman. */
async function stand(site = {}, own: Record<string, string> = {}) {
  const doorman = createDoorman({
    hosts: allowedHosts([]),
    https: false,
    trustedProxies: 0,
    ...site,
  });
  server = createServer((asked, response) => {
    if (!doorman.admits(asked, response)) return;
    response.writeHead(200, own);
    response.end(JSON.stringify(asked.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, options = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, path, ...options }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
            text,
          }),
        );
      });
      sent.on("error", reject).end();
    });
  return Object.assign(ask, { doorman });
}
