import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { JsonSchema } from "../../openapi/schema";
import { schemaChecker } from "../../testing/schema-checker";
import type { Route } from "../dialect";
import { documentOf, openApiDocument } from "./document";
import { PARTS, type Part } from "./parts";
import { serveDocument } from "./serve";

const document = openApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 without a fault, and every reference in it leads somewhere", async () => {
    const copy = JSON.parse(JSON.stringify(document));
    expect(await new Validator().validate(copy)).toMatchObject({ valid: true });
    for (const [, ref = ""] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = ref.split("/").reduce((at, key) => at?.[key], copy);
      expect(found, ref).toBeDefined();
    }
  });

  it("holds every route of every generation, under its mount", () => {
    const declared = PARTS.flatMap(({ dialect, mount }) =>
      dialect.routes.map((route) => `${route.method} ${mount}${route.path}`),
    );
    const described = operations.map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
    );
    expect(described.sort()).toEqual([...declared].sort());
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(["tag", "summary", "answers"] as const)(
    "refuses a route that lacks its %s",
    (lacking) => {
      const [part] = PARTS as [Part];
      const whole: Route = {
        method: "GET",
        path: "/admin/new",
        access: "read",
        tag: "New",
        summary: "Is new.",
        answers: { 200: z.strictObject({ id: z.string() }) },
        run: async () => new Response(),
      };
      const withRoute = (route: Route) => [
        { ...part, dialect: { ...part.dialect, routes: [route] } },
      ];
      expect(documentOf(withRoute(whole)).paths["/v1/admin/new"]?.get).toBeDefined();
      expect(() => documentOf(withRoute({ ...whole, [lacking]: undefined }))).toThrow(
        /GET \/admin\/new/,
      );
    },
  );

  it("says of every parameter and every field of a request what it takes", () => {
    const isSaid = ({ type, anyOf, enum: words, $ref }: JsonSchema) =>
      type ?? anyOf ?? words ?? $ref;
    for (const { path, method, operation } of operations) {
      const body = operation.requestBody?.content["application/json"]?.schema;
      const fields = Object.entries(body?.properties ?? {});
      const parameters = operation.parameters.flatMap((one): [string, JsonSchema][] =>
        "name" in one ? [[one.name, one.schema]] : [],
      );
      for (const [name, schema] of [...fields, ...parameters])
        expect(isSaid(schema), `${method} ${path}: ${name}`).toBeDefined();
    }
  });

  it("gives examples that their own schemas take", () => {
    const { takes } = schemaChecker(document);
    const media = operations.flatMap(({ path, method, operation }) =>
      [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) =>
        Object.values((one && "content" in one && one.content) || {}).map(
          ({ schema, example }) => [`${method} ${path}`, schema, example] as const,
        ),
      ),
    );
    expect(media.length).toBeGreaterThan(operations.length / 2);
    for (const [where, schema, example] of media) expect(takes(schema, example), where).toBe(null);
  });

  it("tells of each route who may call it", () => {
    for (const { path, method, operation } of operations) {
      expect(operation.description, `${method} ${path}`).not.toBe("");
      const isOpen = operation["x-access"] === "open";
      expect(operation.security.length === 0, `${method} ${path}`).toBe(isOpen);
    }
  });

  it("is served with a tag, and not again to who has it", async () => {
    const ask = (headers = {}) => serveDocument(new Request("http://x/openapi.json", { headers }));
    const first = ask();
    expect(await first.json()).toEqual(JSON.parse(JSON.stringify(document)));
    const etag = first.headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect(ask({ "if-none-match": known }).status, known).toBe(304);
    expect(ask({ "if-none-match": '"other"' }).status).toBe(200);
  });
});
