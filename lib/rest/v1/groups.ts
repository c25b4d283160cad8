import { z } from "zod";
import { invalidField } from "../../errors";
import { createGroup, getGroup, updateGroup } from "../../groups/groups";
import { listGroups } from "../../groups/list";
import { deleteGroupRoute } from "../delete-group";
import { entityTag, versionsOf } from "../entity-tag";
import { MOST_ROWS } from "../list-rules";
import { route } from "../route";
import { pageOf } from "../shapes";

import { groupFindQuery, groupListQuery, groupQueryOf } from "./group-query";
import { chosenGroup, groupView } from "./group-relations";
import { freeObject, text } from "./rules";
import { groupShape, groupWire } from "./wire";

const TAG = "Customer groups";
const METADATA = "What your shop keeps beside it. Merged one level; an empty text deletes a key.";

const list = route({
  method: "GET",
  path: "/admin/customer-groups",
  tag: TAG,
  summary: "Lists groups, the newest first; searched, filtered and a page at a time.",
  query: groupListQuery,
  answers: { 200: pageOf({ customer_groups: z.array(chosenGroup) }) },
  run: async ({ actor, query }) => {
    const view = groupView(query, ["id", "created_at"]);
    // No discount is kept here, so no group has a condition of one.
    const page = query.discount_condition_id
      ? { groups: [], count: 0 }
      : await listGroups(actor, groupQueryOf(query));
    return Response.json({
      customer_groups: await view(actor, page.groups),
      count: page.count,
      offset: query.offset,
      limit: Math.min(query.limit, MOST_ROWS),
    });
  },
});

const create = route({
  method: "POST",
  path: "/admin/customer-groups",
  tag: TAG,
  summary: "Creates a group. Names are unique, letter for letter.",
  body: z.strictObject({ name: text(), metadata: freeObject().nullish().describe(METADATA) }),
  answers: { 200: z.strictObject({ customer_group: groupShape }) },
  versioned: "given",
  says: { duplicate: ({ name }) => `Key (name)=(${name}) already exists.` },
  run: async ({ actor, body, once }) => {
    const group = await createGroup(actor, body, { once });
    return answerOf(groupWire(group), group.version);
  },
});

const retrieve = route({
  method: "GET",
  path: "/admin/customer-groups/:id",
  tag: TAG,
  summary: "Finds one group, with its customers when they are asked for.",
  query: groupFindQuery,
  answers: { 200: z.strictObject({ customer_group: chosenGroup }) },
  versioned: "given",
  run: async ({ actor, params, query }) => {
    const view = groupView(query);
    const group = await getGroup(actor, params.id ?? "");
    const [wire] = await view(actor, [group]);
    return answerOf(wire, group.version);
  },
});

const update = route({
  method: "POST",
  path: "/admin/customer-groups/:id",
  tag: TAG,
  summary: "Renames a group, or merges into its metadata.",
  query: groupFindQuery,
  body: z.strictObject({
    name: text().nullish(),
    metadata: freeObject().nullish().describe(METADATA),
  }),
  answers: { 200: z.strictObject({ customer_group: chosenGroup }) },
  versioned: "checked",
  says: { duplicate: ({ name }) => `Customer_group with name ${name} already exists.` },
  run: async ({ request, actor, params, query, body, once }) => {
    const view = groupView(query);
    const id = params.id ?? "";
    await getGroup(actor, id);
    if (body.name === null)
      throw invalidField(
        "name",
        "Can't insert null value in field name on insert in table customer_group",
      );
    const patch = { name: body.name, mergeMetadata: body.metadata ?? undefined };
    const versions = versionsOf(request.headers);
    const group = await updateGroup(actor, id, patch, { versions, once });
    const [wire] = await view(actor, [group]);
    return answerOf(wire, group.version);
  },
});

function answerOf(group: unknown, version: number): Response {
  return Response.json({ customer_group: group }, { headers: { etag: entityTag(version) } });
}

export const groupRoutes = [list, create, retrieve, update, deleteGroupRoute];
