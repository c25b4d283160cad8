import { version } from "../../../package.json";
import type { OpenApi, Tag } from "../../openapi/schema";
import { ANSWER_HEADERS, REQUEST_HEADERS } from "./headers";
import { schemaConverter } from "./json-schema";
import { operationOf, tagName, templateOf } from "./operation";
import { PARTS, type Part } from "./parts";
import { refusalComponents } from "./refusals";
import { SECURITY_SCHEMES } from "./security";

let made: OpenApi | undefined;

/** The whole API as OpenAPI 3.1, made from the routes' own declarations and the schemas that check their requests. */
export function openApiDocument(): OpenApi {
  made ??= documentOf(PARTS);
  return made;
}

/** The document of these parts. Throws when a route does not say what it is. */
export function documentOf(parts: readonly Part[]): OpenApi {
  const document: OpenApi = {
    openapi: "3.1.0",
    info: {
      title: "Clientele",
      version,
      description: ABOUT,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This server." }],
    tags: parts.flatMap(tagsOf),
    "x-tagGroups": parts.map((part) => ({
      name: part.title,
      tags: tagsOf(part).map(({ name }) => name),
    })),
    paths: {},
    components: {
      schemas: {},
      responses: {},
      parameters: REQUEST_HEADERS,
      headers: ANSWER_HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
  for (const part of parts) addPart(document, part);
  return document;
}

const ABOUT = [
  "The REST API of Clientele speaks as both client generations of Medusa do.",
  "Under `/v1` and `/v2` each generation has its own description here.",
  "Every path exists without the mount too: there the credential decides which generation answers, and a path that only one of them has is that one's.",
  "Queries are written as `qs` does: `name[]=a` for lists, `created_at[gt]=…` for operators.",
].join("\n\n");

function addPart(document: OpenApi, part: Part): void {
  const converter = schemaConverter(part.prefix);
  for (const route of part.dialect.routes) {
    const path = part.mount + templateOf(route.path);
    const method = route.method.toLowerCase() as Lowercase<typeof route.method>;
    document.paths[path] = {
      ...document.paths[path],
      [method]: operationOf(route, part, converter),
    };
  }
  Object.assign(document.components.responses, refusalComponents(part, converter.convert));
  Object.assign(document.components.schemas, converter.components);
}

function tagsOf(part: Part): Tag[] {
  const names = new Set(
    part.dialect.routes.map(({ tag }) => tag).filter((tag) => tag !== undefined),
  );
  return [...names].map((name) => ({
    name: tagName(part, name),
    description: `Spoken ${part.about}.`,
    "x-displayName": name,
  }));
}
