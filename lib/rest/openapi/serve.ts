import "server-only";
import { createHash } from "node:crypto";
import { openApiDocument } from "./document";

let served: { text: string; tag: string } | undefined;

/** The OpenAPI document for whoever asks, also a page elsewhere: it holds no data. 304 for who has it already. */
export function serveDocument(request: Request): Response {
  served ??= servedOf(JSON.stringify(openApiDocument()));
  const { text, tag } = served;
  const headers = {
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": "public, no-cache",
    etag: tag,
  };
  if (knows(request.headers.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}

function servedOf(text: string) {
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

/** Weakly, since a compressed answer's tag may have become a weak one on the way. */
function knows(header: string | null, tag: string): boolean {
  const tags = header?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(tag) || tags.includes("*");
}
