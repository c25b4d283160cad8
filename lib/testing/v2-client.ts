import { createApiKey } from "../team/api-keys";
import { anAdmin } from "./actors";
import { call } from "./rest-client";

type Headers = Record<string, string>;

/** A client of the second generation with an API key of its own, sent as js-sdk sends it. */
export async function v2Client(access: "read" | "write" = "write") {
  const { token } = await createApiKey(await anAdmin(), { title: `Test ${access}`, access });
  const authorization = `Basic ${Buffer.from(`${token}:`).toString("base64")}`;
  const send = (method: string, path: string, body?: unknown, headers: Headers = {}) =>
    call(path, { method, body, headers: { authorization, ...headers } });
  return {
    get: (path: string) => send("GET", path),
    post: (path: string, body: unknown = {}, headers?: Headers) =>
      send("POST", path, body, headers),
    delete: (path: string, headers?: Headers) => send("DELETE", path, undefined, headers),
  };
}
