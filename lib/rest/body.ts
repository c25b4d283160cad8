import { isJson } from "../content-type";
import { RequestFault } from "./request-fault";

const MOST_BYTES = 100 * 1024;
const MOST_LEVELS = 64;

/**
 * The JSON body as an object or a list; an empty one, or one of another content type, counts as `{}`.
 * Throws a RequestFault: 413 as soon as more than 100 kB have come, 415 for an encoding other than plain UTF-8,
 * 400 for what is not JSON or is nested too deeply.
 */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type");
  if (!isJson(type)) return {};
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? "")?.[1] ?? "utf-8";
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (!/^utf-?8$/i.test(charset) || encoding.toLowerCase() !== "identity")
    throw new RequestFault(415, "Send the body as plain, uncompressed UTF-8 JSON.");
  const text = decodeText(await readBytes(request));
  return text === "" ? {} : parseJson(text);
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length")) > MOST_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestFault(400, "The request body is not valid UTF-8.");
  }
}

function parseJson(text: string): unknown {
  if (levelsOf(text) > MOST_LEVELS)
    throw new RequestFault(400, `The request body is nested deeper than ${MOST_LEVELS} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestFault(400, "The request body is not valid JSON.");
  }
  if (typeof value !== "object" || value === null)
    throw new RequestFault(400, "The request body must be a JSON object.");
  return value;
}

/** How deep lists and objects are nested, found without building any of them. */
function levelsOf(text: string): number {
  let [level, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === "\\") i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "{" || char === "[")) deepest = Math.max(deepest, ++level);
    else if (!quoted && (char === "}" || char === "]")) level--;
  }
  return deepest;
}

function tooLarge(): RequestFault {
  return new RequestFault(413, "The request body is larger than 100 kB.");
}
