import { z } from "zod";
import type { Actor } from "../../actor";
import { changeMembers } from "../../customers/membership";
import { createGroup, getGroup, updateGroup } from "../../groups/groups";
import { listGroups } from "../../groups/list";
import type { Group } from "../../groups/schema";
import { deleteGroupRoute } from "../delete-group";
import { entityTag, versionsOf } from "../entity-tag";
import { route } from "../route";
import { pageOf } from "../shapes";
import { selectionOf } from "./fields";
import { groupListQuery, groupQueryOf } from "./group-query";
import { batchBody, freeObject, oneQuery } from "./rules";
import { chosenGroup, groupFields, viewGroups } from "./views";

const TAG = "Customer groups";

const groupAnswer = z.strictObject({ customer_group: chosenGroup });
const duplicate = ({ name }: Record<string, unknown>) =>
  `Customer group with name: ${name}, already exists.`;

const list = route({
  method: "GET",
  path: "/admin/customer-groups",
  tag: TAG,
  summary: "Lists groups, the oldest first; searched, filtered and a page at a time.",
  query: groupListQuery,
  answers: { 200: pageOf({ customer_groups: z.array(chosenGroup) }) },
  run: async ({ actor, query }) => {
    const selection = selectionOf(query.fields, groupFields);
    const { groups, count, offset, limit } = await listGroups(actor, groupQueryOf(query));
    const customer_groups = await viewGroups(actor, groups, selection);
    return Response.json({ customer_groups, count, offset, limit });
  },
});

const create = route({
  method: "POST",
  path: "/admin/customer-groups",
  tag: TAG,
  summary: "Creates a group. Names are unique, letter for letter.",
  query: oneQuery,
  body: z.strictObject({
    name: z.string(),
    metadata: freeObject().nullish(),
    additional_data: freeObject().nullish().describe("Is taken, and not looked at."),
  }),
  versioned: "given",
  answers: { 200: groupAnswer },
  says: { duplicate },
  run: async ({ actor, query, body: { name, metadata }, once }) =>
    answerGroup(actor, await createGroup(actor, { name, metadata }, { once }), query),
});

const retrieve = route({
  method: "GET",
  path: "/admin/customer-groups/:id",
  tag: TAG,
  summary: "Finds one group.",
  query: oneQuery,
  versioned: "given",
  answers: { 200: groupAnswer },
  run: async ({ actor, params, query }) =>
    answerGroup(actor, await getGroup(actor, params.id ?? ""), query),
});

const update = route({
  method: "POST",
  path: "/admin/customer-groups/:id",
  tag: TAG,
  summary: "Renames a group, or merges into its metadata; null clears it.",
  query: oneQuery,
  body: z.strictObject({
    name: z.string().optional(),
    metadata: freeObject().nullish(),
    additional_data: freeObject().nullish().describe("Is taken, and not looked at."),
  }),
  versioned: "checked",
  answers: { 200: groupAnswer },
  says: { duplicate, not_found: ({ id }) => `Customer group with id "${id}" not found` },
  run: async ({ request, actor, params, query, body: { name, metadata }, once }) => {
    const patch = metadata ? { name, mergeMetadata: metadata } : { name, metadata };
    const versions = versionsOf(request.headers);
    const group = await updateGroup(actor, params.id ?? "", patch, { versions, once });
    return answerGroup(actor, group, query);
  },
});

const members = route({
  method: "POST",
  path: "/admin/customer-groups/:id/customers",
  tag: TAG,
  summary: "Puts customers into a group and takes others out of it: all of it, or nothing.",
  query: oneQuery,
  body: batchBody,
  versioned: "given",
  answers: { 200: groupAnswer },
  says: {
    not_found: ({ noun, id, ids }) =>
      noun === "customer"
        ? `You tried to set relationship customer_id: ${Array.isArray(ids) ? ids[0] : id}, but such entity does not exist`
        : `You tried to set relationship customer_group_id: ${id}, but such entity does not exist`,
  },
  run: async ({ actor, params, query, body, once }) => {
    const id = params.id ?? "";
    await changeMembers(actor, id, body, { once });
    return answerGroup(actor, await getGroup(actor, id), query);
  },
});

export const groupRoutes = [list, create, retrieve, update, deleteGroupRoute, members];

async function answerGroup(
  actor: Actor,
  group: Group,
  { fields }: { fields?: string },
): Promise<Response> {
  const [wire] = await viewGroups(actor, [group], selectionOf(fields, groupFields));
  return Response.json({ customer_group: wire }, { headers: { etag: entityTag(group.version) } });
}
