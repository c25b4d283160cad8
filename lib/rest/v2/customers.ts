import { z } from "zod";
import { createCustomer, getCustomer, updateCustomer } from "../../customers/customers";
import { deleteCustomer } from "../../customers/delete";
import { listCustomers } from "../../customers/list";
import { changeGroups } from "../../customers/membership";
import { versionsOf } from "../entity-tag";
import { route } from "../route";
import { pageOf } from "../shapes";
import { answerCustomer, customerAnswer } from "./answer-customer";
import { customerListQuery, customerQueryOf } from "./customer-query";
import { selectionOf } from "./fields";
import { batchBody, email, freeObject, oneQuery } from "./rules";
import { chosenCustomer, customerFields, viewCustomers } from "./views";

const TAG = "Customers";

const body = z.strictObject({
  email: email().nullish(),
  company_name: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  phone: z.string().nullish(),
  metadata: freeObject().nullish(),
  additional_data: freeObject().nullish().describe("Is taken, and not looked at."),
});

const duplicate = ({ email, hasAccount }: Record<string, unknown>) =>
  `Customer with email: ${email}, has_account: ${hasAccount}, already exists.`;

const list = route({
  method: "GET",
  path: "/admin/customers",
  tag: TAG,
  summary: "Lists customers, the oldest first; searched, filtered and a page at a time.",
  query: customerListQuery,
  answers: { 200: pageOf({ customers: z.array(chosenCustomer) }) },
  run: async ({ actor, query }) => {
    const selection = selectionOf(query.fields, customerFields);
    const page = await listCustomers(actor, customerQueryOf(query));
    const customers = await viewCustomers(actor, page.customers, selection);
    const { count, offset, limit } = page;
    return Response.json({ customers, count, offset, limit });
  },
});

const create = route({
  method: "POST",
  path: "/admin/customers",
  tag: TAG,
  summary: "Creates a guest; nothing is required.",
  query: oneQuery,
  body,
  versioned: "given",
  answers: { 200: customerAnswer },
  says: { duplicate },
  run: async ({ actor, query, body, once }) => {
    const customer = await createCustomer(actor, fieldsOf(body), { once });
    return answerCustomer(actor, customer, query);
  },
});

const retrieve = route({
  method: "GET",
  path: "/admin/customers/:id",
  tag: TAG,
  summary: "Finds one customer.",
  query: oneQuery,
  versioned: "given",
  answers: { 200: customerAnswer },
  run: async ({ actor, params, query }) =>
    answerCustomer(actor, await getCustomer(actor, params.id ?? ""), query),
});

const update = route({
  method: "POST",
  path: "/admin/customers/:id",
  tag: TAG,
  summary: "Changes the fields that are sent; null clears one, metadata is merged.",
  query: oneQuery,
  body,
  versioned: "checked",
  answers: { 200: customerAnswer },
  says: { duplicate, not_found: ({ id }) => `Customer with id "${id}" not found` },
  run: async ({ request, actor, params, query, body, once }) => {
    const { metadata, ...fields } = fieldsOf(body);
    const patch = metadata ? { ...fields, mergeMetadata: metadata } : { ...fields, metadata };
    const versions = versionsOf(request.headers);
    const customer = await updateCustomer(actor, params.id ?? "", patch, { versions, once });
    return answerCustomer(actor, customer, query);
  },
});

const remove = route({
  method: "DELETE",
  path: "/admin/customers/:id",
  tag: TAG,
  summary: "Deletes a customer, also out of groups; one that is gone already is no fault.",
  versioned: "checked",
  answers: {
    200: z.strictObject({
      id: z.string(),
      object: z.literal("customer"),
      deleted: z.literal(true),
    }),
  },
  run: async ({ request, actor, params, once }) => {
    const id = params.id ?? "";
    await deleteCustomer(actor, id, { versions: versionsOf(request.headers), once });
    return Response.json({ id, object: "customer", deleted: true });
  },
});

const groups = route({
  method: "POST",
  path: "/admin/customers/:id/customer-groups",
  tag: TAG,
  summary: "Puts a customer into groups and takes it out of others: all of it, or nothing.",
  query: oneQuery,
  body: batchBody,
  versioned: "given",
  answers: { 200: customerAnswer },
  says: {
    not_found: ({ noun, id }) =>
      `You tried to set relationship ${noun === "group" ? "customer_group_id" : "customer_id"}: ${id}, but such entity does not exist`,
  },
  run: async ({ actor, params, query, body, once }) => {
    const id = params.id ?? "";
    await changeGroups(actor, id, body, { once });
    return answerCustomer(actor, await getCustomer(actor, id), query);
  },
});

export const customerRoutes = [list, create, retrieve, update, remove, groups];

function fieldsOf(sent: z.output<typeof body>) {
  return {
    email: sent.email,
    companyName: sent.company_name,
    firstName: sent.first_name,
    lastName: sent.last_name,
    phone: sent.phone,
    metadata: sent.metadata,
  };
}
