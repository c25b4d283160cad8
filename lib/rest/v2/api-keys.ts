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
import { type Fields, pick, selectionOf } from "./fields";
import { fields, limit, offset, oneQuery } from "./rules";

const TAG = "API keys";

const says: Says = {
  not_found: ({ id }) => `ApiKey with id: ${id} was not found`,
  invalid: ({ id }) => (id ? `Cannot delete api keys that are not revoked - ${id}` : undefined),
};

const API_KEY: Fields = { standard: Object.keys(apiKeyShape.shape) };
const chosenKey = apiKeyShape.partial().required({ id: true });
const keyAnswer = z.strictObject({ api_key: chosenKey });

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
    fields: fields(),
  }),
  answers: { 200: pageOf({ api_keys: z.array(chosenKey) }) },
  run: async ({ actor, query: { q = "", limit, offset, fields } }) => {
    const part = q.toLowerCase();
    const keys = (await listApiKeys(actor))
      .filter(({ title }) => title.toLowerCase().includes(part))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const page = keys.slice(offset, offset + limit);
    const api_keys = page.map((key) => chosen(apiKeyWire(key), fields));
    return Response.json({ api_keys, count: keys.length, offset, limit });
  },
});

const create = route({
  method: "POST",
  path: "/admin/api-keys",
  tag: TAG,
  summary: "Makes a secret key that may read and write; `token` is in this one answer.",
  query: oneQuery,
  body: z.strictObject({ title: z.string(), type: z.literal("secret") }),
  answers: { 200: keyAnswer },
  run: async ({ actor, once, query, body: { title } }) => {
    const { id, token } = await createApiKey(actor, { title, access: "write" }, once);
    return answerOf(actor, id, query, token);
  },
});

const retrieve = route({
  method: "GET",
  path: "/admin/api-keys/:id",
  tag: TAG,
  summary: "Answers one API key.",
  right: "write",
  query: oneQuery,
  answers: { 200: keyAnswer },
  says,
  run: ({ actor, params, query }) => answerOf(actor, idOf(params), query),
});

const update = route({
  method: "POST",
  path: "/admin/api-keys/:id",
  tag: TAG,
  summary: "Gives an API key another title.",
  query: oneQuery,
  body: z.strictObject({ title: z.string() }),
  answers: { 200: keyAnswer },
  says,
  run: async ({ actor, params, once, query, body: { title } }) => {
    await renameApiKey(actor, { id: idOf(params), title }, once);
    return answerOf(actor, idOf(params), query);
  },
});

const revoke = route({
  method: "POST",
  path: "/admin/api-keys/:id/revoke",
  tag: TAG,
  summary: "Ends an API key at once.",
  query: oneQuery,
  body: z.strictObject({}),
  answers: { 200: keyAnswer },
  says,
  run: async ({ actor, params, once, query }) => {
    await revokeApiKey(actor, idOf(params), once);
    return answerOf(actor, idOf(params), query);
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

async function answerOf(
  actor: Actor,
  id: string,
  { fields }: { fields?: string },
  token = "",
): Promise<Response> {
  const key = apiKeyWire(await getApiKey(actor, id), token);
  return Response.json({ api_key: chosen(key, fields) });
}

function chosen(key: z.output<typeof apiKeyShape>, fields?: string): z.output<typeof chosenKey> {
  return { ...pick(key, selectionOf(fields, API_KEY).own), id: key.id };
}

function idOf({ id = "" }: Record<string, string>): string {
  return id;
}
