import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { CLIENT_CALLS } from "@/components/reference/client-calls";
import { partsOf } from "@/components/reference/parts-of";
import { curlOf, fetchOf } from "@/components/reference/snippets";
import { openApiDocument } from "@/lib/rest/openapi/document";

const ORIGIN = "http://localhost:3000";
const routes = partsOf(openApiDocument()).flatMap(({ tags }) => tags.flatMap((tag) => tag.routes));

describe("the snippets", () => {
  it("stand for every route of the document", () => {
    const described = Object.values(openApiDocument().paths).flatMap((item) => Object.keys(item));
    expect(routes).toHaveLength(described.length);
    expect(routes.length).toBeGreaterThan(20);
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(CLIENT_CALLS)));
  });

  it.each(routes.map((route) => [route.operation.operationId, route] as const))(
    "of %s send the same request by fetch and by cURL",
    async (_, route) => {
      const byFetch = await sentByFetch(fetchOf(route, ORIGIN));
      const byCurl = sentByCurl(curlOf(route, ORIGIN));
      expect(byCurl).toEqual(byFetch);
      expect(byFetch.method).toBe(route.method);
      expect(new URL(byFetch.url).pathname).not.toMatch(/[{}]|%7B/);
      expect(byFetch.body).toEqual(route.example);
      const isOpen = route.operation["x-access"] === "open";
      const credential = byFetch.headers.authorization ?? byFetch.headers["x-medusa-access-token"];
      expect(credential === undefined).toBe(isOpen);
    },
  );
});

type Sent = { method: string; url: string; headers: Record<string, string>; body: unknown };

async function sentByFetch(code: string): Promise<Sent> {
  let sent: Sent | undefined;
  const fetch = async (url: string, init?: RequestInit) => {
    const request = new Request(url, init);
    const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    const given = new Headers(init?.headers as Record<string, string>);
    sent = { method: request.method, url, headers: Object.fromEntries(given), body };
    return { json: async () => ({}), text: async () => "" };
  };
  const run = new Function("fetch", "token", "bearer", `return (async () => { ${code} })()`);
  await run(fetch, "sk_1", "jwt");
  if (!sent) throw new Error("Nothing was sent.");
  return sent;
}

/** Lets a shell read the line, with a curl that only tells what it was given. */
function sentByCurl(line: string): Sent {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  const env = { PATH: process.env.PATH, TOKEN: "sk_1", BEARER: "jwt", CUSTOMER_BEARER: "jwt" };
  const args = execFileSync("sh", ["-c", script], { env: env as never })
    .toString()
    .split("\0");
  const after = (flag: string) => args[args.indexOf(flag) + 1] ?? "";
  const has = (flag: string) => args.includes(flag);
  const headers = args
    .filter((_, index) => args[index - 1] === "-H")
    .map((header): [string, string] => header.split(": ") as [string, string]);
  if (has("-u")) headers.push(["authorization", `Basic ${btoa(after("-u"))}`]);
  return {
    method: has("-X") ? after("-X") : "GET",
    url: args.find((arg) => arg.startsWith("http")) ?? "",
    headers: Object.fromEntries(headers),
    body: has("-d") ? JSON.parse(after("-d")) : undefined,
  };
}
