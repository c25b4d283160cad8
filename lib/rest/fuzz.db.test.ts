import fc from "fast-check";
import { stringify } from "qs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BAD_VALUES, type BadValue } from "../../e2e/support/bad-values";
import { db } from "../db";
import type { OpenApi, Operation, Parameter } from "../openapi/schema";
import { bodyWith, encoded, queryWith } from "../testing/bad-requests";
import { contractOf } from "../testing/contract";
import { aWorld } from "../testing/contract-world";
import { call } from "../testing/rest-client";
import { valuesOf } from "../testing/schema-values";
import { resolved } from "./openapi/resolve";
import { serveDocument } from "./openapi/serve";

// Requests made from the served document alone, with values that are good and values that are bad.

const document: OpenApi = await serveDocument(new Request("http://x/openapi.json")).json();
const { schemas } = document.components;
const contract = contractOf(document);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
type Where = (typeof operations)[number];
type Sent = { path?: string; query?: string; body?: string; headers?: Record<string, string> };

/** Routes that answer no success to anybody whom a test can be. */
const NEVER_SUCCEED = [
  "v1-post-store-customers-password-reset",
  "v2-post-auth-user-emailpass-update",
];
/** The bad values are many: each parameter gets every ninth, its neighbour the next ones. */
const SHARE = 9;
const AT_ONCE = 6;
const RANDOM_REQUESTS = 6;

let requests = 0;
afterAll(() => {
  console.info(`${requests} requests, ${operations.length} routes`);
});

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

describe.each(operations.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const))(
  "%s",
  (_, where) => {
    const { operation } = where;
    beforeAll(async () => {
      await db().attemptLimit.deleteMany();
      // what a route deletes or signs out is not there for the next one
      if (where.method !== "get") world = await aWorld();
    });

    it("answers a good request as the document says", async () => {
      await world.prepare(operation);
      const answer = await send(where, { body: json(goodBody(where)) });
      expect(contract.faultOf(operation, answer)).toBe(null);
      const succeeds = Object.keys(operation.responses).some((status) => status < "300");
      if (succeeds && !NEVER_SUCCEED.includes(operation.operationId))
        expect(answer.status, answer.text).toBeLessThan(300);
    });

    it("answers bad values as the document says, and never with a fault of its own", async () => {
      const faults = await faultsOf(where, badRequests(where));
      expect(faults).toEqual([]);
    });

    it("answers whatever its schemas take as the document says", async () => {
      const query = fc.record(
        Object.fromEntries(
          queryOf(operation).map(({ name, schema }) => [name, valuesOf(schema, schemas)]),
        ),
        { requiredKeys: [] },
      );
      const schema = operation.requestBody?.content["application/json"]?.schema;
      const body = schema ? valuesOf(schema, schemas) : fc.constant(undefined);
      const drawn = fc.sample(fc.tuple(query, body), { numRuns: RANDOM_REQUESTS, seed: 3 });
      const all = drawn.map(
        ([query, body]): Sent => ({ query: stringify(named(query)), body: json(body) }),
      );
      expect(await faultsOf(where, all)).toEqual([]);
    });
  },
);

async function send({ path, method, operation }: Where, sent: Sent) {
  requests++;
  const url = sent.path ?? world.pathOf(path);
  const credential = await world.credentialFor(operation, path.slice(1, 3));
  return call(sent.query ? `${url}?${sent.query}` : url, {
    method: method.toUpperCase(),
    body: sent.body,
    headers: { ...credential, ...sent.headers },
  });
}

/** A line for each request that was not answered as the document says. */
async function faultsOf(where: Where, all: Sent[]): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...all];
  const work = async () => {
    for (let sent = waiting.shift(); sent; sent = waiting.shift()) {
      const answer = await send(where, sent);
      const fault = contract.faultOf(where.operation, answer);
      if (fault) faults.push(`${JSON.stringify(sent).slice(0, 300)} → ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults.slice(0, 10);
}

function badRequests(where: Where): Sent[] {
  const { path, operation } = where;
  const good = goodBody(where);
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const fields = Object.keys(schema ? (resolved(schema, schemas).properties ?? {}) : {});
  const places: ((bad: BadValue) => Sent)[] = [
    ...queryOf(operation).map(({ name }) => (bad: BadValue) => ({
      query: queryWith(name, bad),
      body: json(good),
    })),
    ...fields.map((field) => (bad: BadValue) => ({
      body: bodyWith(field, bad, good),
    })),
    (bad) => ({ query: queryWith("nobody_knows", bad), body: json(good) }),
    ...(schema ? [(bad: BadValue) => ({ body: bad.json })] : []),
    ...parameterNames(path).map((name) => (bad: BadValue) => ({
      path: world.pathOf(path.replace(`{${name}}`, encoded(textOf(bad)).slice(0, 20_000) || "%20")),
      body: json(good),
    })),
    (bad) => ({ body: json(good), headers: headersWith(bad) }),
  ];
  return places.flatMap((place, turn) =>
    BAD_VALUES.filter((_, index) => index % SHARE === turn % SHARE).map(place),
  );
}

function headersWith(bad: BadValue): Record<string, string> {
  const text = encodeURI(textOf(bad).toWellFormed()).slice(0, 1_000);
  return { "idempotency-key": text, "if-match": text, "x-request-id": text };
}

function textOf({ value, json }: BadValue): string {
  const text = typeof value === "string" ? value : json;
  // as a piece of a path, dots lead elsewhere before anything is sent
  return /^\.+$/.test(text) ? "…" : text;
}

function goodBody({ path, operation }: Where): unknown {
  return world.bodyOf(operation.requestBody?.content["application/json"]?.example, path);
}

function queryOf({ parameters }: Operation): Parameter[] {
  return parameters.filter((one): one is Parameter => "name" in one && one.in === "query");
}

function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

/** `groups[]` and its like under the bare name, since the brackets come with the writing. */
function named(query: object): object {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name.replace(/\[\]$/, ""), value]),
  );
}

function json(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}
