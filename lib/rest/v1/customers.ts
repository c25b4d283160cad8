import { z } from "zod";
import { createCustomer, getCustomer, updateCustomer } from "../../customers/customers";
import { listCustomers } from "../../customers/list";
import { invalidField, notFound } from "../../errors";
import { entityTag, versionsOf } from "../entity-tag";
import { MOST_ROWS } from "../list-rules";
import { route } from "../route";
import { pageOf } from "../shapes";
import { customerQueryOf, findQuery, listQuery } from "./customer-query";
import { customerExpand, expandedCustomer, withRelations } from "./relations";
import { email, freeObject, objectList, text } from "./rules";
import { customerShape, customerWire } from "./wire";

const TAG = "Customers";
const METADATA = "What your shop keeps beside it. Merged one level; an empty text deletes a key.";

/** What a customer comes with when nothing else is asked for. */
const STANDARD = ["orders", "shipping_addresses"];

const list = route({
  method: "GET",
  path: "/admin/customers",
  tag: TAG,
  summary: "Lists customers, the newest first; searched, filtered and a page at a time.",
  query: listQuery,
  answers: { 200: pageOf({ customers: z.array(expandedCustomer) }) },
  run: async ({ actor, query }) => {
    const expand = customerExpand(query.expand, []);
    const nobody = { customers: [], count: 0 };
    const page =
      query.has_account === null ? nobody : await listCustomers(actor, customerQueryOf(query));
    const shown = query.groups ? new Set([...expand, "groups"]) : expand;
    return Response.json({
      customers: await withRelations(actor, page.customers, shown, { onlyGroups: query.groups }),
      count: page.count,
      offset: query.offset,
      limit: Math.min(query.limit, MOST_ROWS),
    });
  },
});

const create = route({
  method: "POST",
  path: "/admin/customers",
  tag: TAG,
  summary: "Creates a customer: an account with a password, a guest with an empty one.",
  body: z.strictObject({
    email: email(),
    first_name: text(),
    last_name: text(),
    password: text().describe("An empty one makes a guest."),
    phone: text().nullish(),
    metadata: freeObject().nullish().describe(METADATA),
  }),
  answers: { 201: z.strictObject({ customer: customerShape }) },
  versioned: "given",
  says: {
    duplicate: ({ hasAccount }) =>
      hasAccount
        ? "A customer with the given email already has an account. Log in instead"
        : "Guest customer with email already exists",
  },
  run: async ({ actor, body, once }) => {
    const input = {
      email: body.email,
      firstName: body.first_name,
      lastName: body.last_name,
      phone: body.phone,
      metadata: body.metadata,
      password: body.password || undefined,
    };
    const customer = await createCustomer(actor, input, { once });
    return Response.json(
      { customer: customerWire(customer, null) },
      { status: 201, headers: { etag: entityTag(customer.version) } },
    );
  },
});

const retrieve = route({
  method: "GET",
  path: "/admin/customers/:id",
  tag: TAG,
  summary: "Finds one customer, with the shipping addresses unless other relations are asked for.",
  query: findQuery,
  answers: { 200: z.strictObject({ customer: expandedCustomer }) },
  versioned: "given",
  run: async ({ actor, params, query }) => {
    const expand = customerExpand(query.expand, STANDARD);
    const customer = await getCustomer(actor, params.id ?? "");
    const [wire] = await withRelations(actor, [customer], expand);
    return Response.json({ customer: wire }, { headers: { etag: entityTag(customer.version) } });
  },
});

const update = route({
  method: "POST",
  path: "/admin/customers/:id",
  tag: TAG,
  summary: "Changes the fields that are sent; replaces the memberships when groups are sent.",
  query: findQuery,
  body: z.strictObject({
    email: email().nullish().describe("That of an account stays as it is."),
    first_name: text().nullish(),
    last_name: text().nullish(),
    password: text().nullish().describe("Also gives a guest an account."),
    phone: text().nullish(),
    metadata: freeObject().nullish().describe(METADATA),
    groups: objectList({ id: text() }).nullish().describe("Replaces the memberships."),
  }),
  answers: { 200: z.strictObject({ customer: expandedCustomer }) },
  versioned: "checked",
  says: {
    duplicate: ({ email, hasAccount }) =>
      `Customer with email, has_account ${email}, ${hasAccount ? "t" : "f"} already exists.`,
    invalid: ({ kept }) =>
      kept === "email"
        ? "Email cannot be changed when the user has registered their account"
        : undefined,
    not_found: ({ noun, id }) =>
      noun === "group" ? `Customer_group with customer_group_id ${id} does not exist.` : undefined,
  },
  run: async ({ request, actor, params, query, body, once }) => {
    const expand = customerExpand(query.expand, STANDARD);
    const groupIds = body.groups?.map((group) => group.id);
    const unstorable = groupIds?.find((id) => id.length === 0 || id.length > 100);
    if (unstorable !== undefined) throw notFound("group", unstorable);
    if (body.email === null)
      throw invalidField(
        "email",
        "Can't insert null value in field email on insert in table customer",
      );
    const patch = {
      email: body.email,
      firstName: body.first_name,
      lastName: body.last_name,
      phone: body.phone,
      password: body.password || undefined,
      mergeMetadata: body.metadata ?? undefined,
      groupIds,
    };
    const customer = await updateCustomer(actor, params.id ?? "", patch, {
      keepAccountEmail: true,
      versions: versionsOf(request.headers),
      once,
    });
    const [wire] = await withRelations(actor, [customer], expand);
    return Response.json({ customer: wire }, { headers: { etag: entityTag(customer.version) } });
  },
});

export const customerRoutes = [list, create, retrieve, update];
