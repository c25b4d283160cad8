import { z } from "zod";
import type { Actor } from "../../actor";
import {
  createApiKey,
  deleteApiKey,
  getApiKey,
  listApiKeys,
  renameApiKey,
  revokeApiKey,
} from "../../team/api-keys";
import type { Says } from "../dialect";
import { route } from "../route";
import { pageOf } from "../shapes";
import { apiKeyShape, apiKeyWire } from "./api-key-wire";
import { limit, offset } from "./rules";

const TAG = "API keys";

const keyAnswer = z.strictObject({ api_key: apiKeyShape });

const says: Says = {
  not_found: ({ id }) => `ApiKey with id: ${id} was not found`,
  invalid: ({ id }) => (id ? `Cannot delete api keys that are not revoked - ${id}` : undefined),
};

const list = route({
  method: "GET",
  path: "/admin/api-keys",
  tag: TAG,
  summary: "Lists the API keys, the oldest first; revoked ones too.",
  right: "write",
  query: z.strictObject({
    q: z.string().optional().describe("Part of the title."),
    type: z.literal("secret").optional(),
    limit: limit(20),
    offset: offset(),
  }),
  answers: { 200: pageOf({ api_keys: z.array(apiKeyShape) }) },
  run: async ({ actor, query: { q = "", limit, offset } }) => {
    const part = q.toLowerCase();
    const keys = (await listApiKeys(actor))
      .filter(({ title }) => title.toLowerCase().includes(part))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const api_keys = keys.slice(offset, offset + limit).map((key) => apiKeyWire(key));
    return Response.json({ api_keys, count: keys.length, offset, limit });
  },
});

const create = route({
  method: "POST",
  path: "/admin/api-keys",
  tag: TAG,
  summary: "Makes a secret key that may read and write; `token` is in this one answer.",
  body: z.strictObject({ title: z.string(), type: z.literal("secret") }),
  answers: { 200: keyAnswer },
  run: async ({ actor, once, body: { title } }) => {
    const { id, token } = await createApiKey(actor, { title, access: "write" }, once);
    return answerOf(actor, id, token);
  },
});

const retrieve = route({
  method: "GET",
  path: "/admin/api-keys/:id",
  tag: TAG,
  summary: "Answers one API key.",
  right: "write",
  answers: { 200: keyAnswer },
  says,
  run: ({ actor, params }) => answerOf(actor, idOf(params)),
});

const update = route({
  method: "POST",
  path: "/admin/api-keys/:id",
  tag: TAG,
  summary: "Gives an API key another title.",
  body: z.strictObject({ title: z.string() }),
  answers: { 200: keyAnswer },
  says,
  run: async ({ actor, params, once, body: { title } }) => {
    await renameApiKey(actor, { id: idOf(params), title }, once);
    return answerOf(actor, idOf(params));
  },
});

const revoke = route({
  method: "POST",
  path: "/admin/api-keys/:id/revoke",
  tag: TAG,
  summary: "Ends an API key at once.",
  body: z.strictObject({}),
  answers: { 200: keyAnswer },
  says,
  run: async ({ actor, params, once }) => {
    await revokeApiKey(actor, idOf(params), once);
    return answerOf(actor, idOf(params));
  },
});

const remove = route({
  method: "DELETE",
  path: "/admin/api-keys/:id",
  tag: TAG,
  summary: "Takes a revoked API key out of the list; one that is gone already is no fault.",
  answers: {
    200: z.strictObject({ id: z.string(), object: z.literal("api_key"), deleted: z.literal(true) }),
  },
  says,
  run: async ({ actor, params, once }) => {
    await deleteApiKey(actor, idOf(params), once);
    return Response.json({ id: idOf(params), object: "api_key", deleted: true });
  },
});

export const apiKeyRoutes = [list, create, retrieve, update, revoke, remove];

async function answerOf(actor: Actor, id: string, token = ""): Promise<Response> {
  return Response.json({ api_key: apiKeyWire(await getApiKey(actor, id), token) });
}

function idOf({ id = "" }: Record<string, string>): string {
  return id;
}
