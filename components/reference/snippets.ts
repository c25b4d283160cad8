import { type CredentialKind, credentialKind } from "./credential-header";
import type { ReferenceRoute } from "./parts-of";

/** The route as a line for a terminal. */
export function curlOf(route: ReferenceRoute, origin: string): string {
  const kind = kindOf(route);
  const body = bodyText(route);
  const parts = [
    `curl ${route.method === "GET" ? "" : `-X ${route.method} `}"${urlOf(route, origin)}"`,
    ...(CURL[kind] ? [CURL[kind]] : []),
    ...(body
      ? ['-H "content-type: application/json"', `-d '${body.replaceAll("'", `'\\''`)}'`]
      : []),
  ];
  return parts.join(" \\\n  ");
}

/** The route as JavaScript that runs in Node and in a browser. */
export function fetchOf(route: ReferenceRoute, origin: string): string {
  const kind = kindOf(route);
  const headers = [
    ...(FETCH[kind] ? [FETCH[kind]] : []),
    ...(route.example === undefined ? [] : ['"content-type": "application/json"']),
  ];
  const options = [
    ...(route.method === "GET" ? [] : [`  method: "${route.method}",`]),
    ...(headers.length > 0 ? [`  headers: { ${headers.join(", ")} },`] : []),
    ...(route.example === undefined
      ? []
      : [`  body: JSON.stringify(${indented(JSON.stringify(route.example, null, 2))}),`]),
  ];
  const url = JSON.stringify(urlOf(route, origin));
  const call = options.length > 0 ? `fetch(${url}, {\n${options.join("\n")}\n})` : `fetch(${url})`;
  const read = answersText(route) ? "text" : "json";
  return `const response = await ${call};\nconst answer = await response.${read}();`;
}

/** The path with example ids in the place of its parameters, and the query that a first call would have. */
export function urlOf({ path, parameters }: ReferenceRoute, origin: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const { example } = parameters.find((one) => one.in === "path" && one.name === name) ?? {};
    return encodeURIComponent(String(example ?? name));
  });
  const pages = parameters.some((one) => one.in === "query" && one.name === "limit");
  return `${origin}${filled}${pages ? "?limit=5" : ""}`;
}

const CURL: Record<CredentialKind, string> = {
  token: '-H "x-medusa-access-token: $TOKEN"',
  basic: '-u "$TOKEN:"',
  bearer: '-H "authorization: Bearer $BEARER"',
  customer: '-H "authorization: Bearer $CUSTOMER_BEARER"',
  none: "",
};
const FETCH: Record<CredentialKind, string> = {
  token: '"x-medusa-access-token": token',
  basic: `authorization: "Basic " + btoa(token + ":")`,
  bearer: 'authorization: "Bearer " + bearer',
  customer: 'authorization: "Bearer " + bearer',
  none: "",
};

function kindOf({ operation, path }: ReferenceRoute): CredentialKind {
  return credentialKind({ access: operation["x-access"], mount: path.slice(1, 3) });
}

function bodyText({ example }: ReferenceRoute): string {
  return example === undefined ? "" : JSON.stringify(example);
}

function answersText({ answers }: ReferenceRoute): boolean {
  return answers.some(([, { content }]) => content?.["text/plain"]);
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n  ");
}
