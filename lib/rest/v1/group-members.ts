import { z } from "zod";
import { listCustomers } from "../../customers/list";
import { changeMembers } from "../../customers/membership";
import { getGroup } from "../../groups/groups";
import { MOST_ROWS } from "../list-rules";
import { route } from "../route";
import { pageOf } from "../shapes";
import { customerQueryOf, listQuery } from "./customer-query";
import { customerExpand, expandedCustomer, withRelations } from "./relations";
import { objectList, text } from "./rules";
import { groupShape, groupWire } from "./wire";

const TAG = "Customer groups";

const list = route({
  method: "GET",
  path: "/admin/customer-groups/:id/customers",
  tag: TAG,
  summary: "Lists the customers of a group, the newest first; an unknown group has none.",
  query: listQuery,
  answers: { 200: pageOf({ customers: z.array(expandedCustomer) }) },
  run: async ({ actor, params, query }) => {
    const expand = new Set([...customerExpand(query.expand, []), "groups"]);
    const groupIds = [params.id ?? ""];
    const page =
      query.has_account === null
        ? { customers: [], count: 0 }
        : await listCustomers(actor, { ...customerQueryOf(query), groupIds });
    return Response.json({
      customers: await withRelations(actor, page.customers, expand, { onlyGroups: groupIds }),
      count: page.count,
      offset: query.offset,
      limit: Math.min(query.limit, MOST_ROWS),
    });
  },
});

const path = "/admin/customer-groups/:id/customers/batch";
const body = z.strictObject({ customer_ids: objectList({ id: text() }) });
const answers = { 200: z.strictObject({ customer_group: groupShape }) };
const says = {
  not_found: ({ ids }: Record<string, unknown>) =>
    Array.isArray(ids) ? `The following customer ids do not exist: "${ids.join(", ")}"` : undefined,
};

const add = route({
  method: "POST",
  path,
  tag: TAG,
  summary: "Puts customers into the group: all of them, or none when one does not exist.",
  body,
  answers,
  says,
  run: async ({ actor, params, body, once }) => {
    const id = params.id ?? "";
    await changeMembers(actor, id, { add: body.customer_ids.map((one) => one.id) }, { once });
    return Response.json({ customer_group: groupWire(await getGroup(actor, id)) });
  },
});

const remove = route({
  method: "DELETE",
  path,
  tag: TAG,
  summary: "Takes customers out of the group; who is not in it is passed over.",
  body,
  answers,
  says,
  run: async ({ actor, params, body, once }) => {
    const id = params.id ?? "";
    await changeMembers(actor, id, { remove: body.customer_ids.map((one) => one.id) }, { once });
    return Response.json({ customer_group: groupWire(await getGroup(actor, id)) });
  },
});

export const groupMemberRoutes = [list, add, remove];
