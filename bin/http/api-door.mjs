import { readdirSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);
const WORTH_COMPRESSING = 1_400;
const CATCH_ALL = path.join("[[...path]]", "route.ts");

/** Where the application's start-up hook leaves the API: a function from web request to response. */
const API = Symbol.for("clientele.api");

/**
 * A short way in for the API. Next would call the same function, but its own work on the way there costs
 * several times what the API does.
 * @param {string} root
 */
export function createApiDoor(root) {
  const prefixes = apiPrefixes(root);
  return {
    /** @param {import("node:http").IncomingMessage} request */
    leadsTo({ url }) {
      return API in globalThis && prefixes.has(url.split(/[/?]/, 2)[1]);
    },

    /**
     * @param {import("node:http").IncomingMessage} request
     * @param {import("node:http").ServerResponse} response
     */
    async answer(request, response) {
      try {
        await send(await globalThis[API](asWebRequest(request)), request, response);
      } finally {
        takeRestOffTheLine(request);
      }
    },
  };
}

/** The first segments of paths that belong to the API as a whole. */
function apiPrefixes(root) {
  const app = path.join(root, "app");
  const files = readdirSync(app, { recursive: true });
  const routes = files.filter((file) => file.endsWith(path.sep + CATCH_ALL));
  return new Set(routes.map((file) => file.split(path.sep)[0]));
}

function asWebRequest(request) {
  const { method, url, headers, headersDistinct } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  // of several, Node keeps the first only, and the good one may be another
  const authorization = headersDistinct.authorization?.join(", ");
  return new Request(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: { ...headers, ...(authorization && { authorization }) },
    ...(hasBody && { body: Readable.toWeb(request), duplex: "half" }),
  });
}

/** A body that the API did not read to its end would hold up the next request on the same connection. */
function takeRestOffTheLine(request) {
  if (request.complete) return;
  request.removeAllListeners("data");
  request.resume();
}

async function send(answer, request, response) {
  const headers = Object.fromEntries(answer.headers);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  const isText = /json|^text\//.test(headers["content-type"] ?? "text/");
  if (isText) return sendText(answer, headers, request, response);
  response.writeHead(answer.status, headers);
  await pipeline(answer.body ? Readable.fromWeb(answer.body) : Readable.from([]), response);
}

async function sendText(answer, headers, request, response) {
  let body = Buffer.from(await answer.arrayBuffer());
  if (body.length > WORTH_COMPRESSING) {
    headers.vary = [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
    if (/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      headers["content-encoding"] = "gzip";
      body = await compress(body);
    }
  }
  const hasLength = answer.status !== 204 && answer.status !== 304 && request.method !== "HEAD";
  if (hasLength) headers["content-length"] = body.length;
  response.writeHead(answer.status, headers);
  response.end(body);
}
