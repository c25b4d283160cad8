import { z } from "zod";
import { createAddress, deleteAddress, updateAddress } from "../../customers/address-edits";
import { type AddressQuery, listAddressesOf } from "../../customers/address-list";
import { findAddress } from "../../customers/addresses";
import { getCustomer } from "../../customers/customers";
import { notFound } from "../../errors";
import { entityTag, versionsOf } from "../entity-tag";
import { route } from "../route";
import { pageOf } from "../shapes";
import { answerCustomer, customerAnswer } from "./answer-customer";
import { selectionOf } from "./fields";
import { conditionOf, type Filters, filterShape } from "./filters";
import { orderOf } from "./order";
import { freeObject, listFields, oneQuery } from "./rules";
import {
  addressFields,
  chosenAddress,
  chosenCustomer,
  customerFields,
  viewAddress,
  viewCustomers,
} from "./views";

const TAG = "Customer addresses";
const PATH = "/admin/customers/:id/addresses";
const ONE = `${PATH}/:address_id` as const;

const filters: Filters = {
  company: { field: "company", type: "text" },
  city: { field: "city", type: "text" },
  country_code: {
    field: "countryCode",
    type: "text",
    stored: (code) => code.toLowerCase(),
  },
  province: { field: "province", type: "text" },
  postal_code: { field: "postalCode", type: "text" },
};

const ORDERS: Record<string, AddressQuery["order"]["field"]> = {
  id: "id",
  address_name: "addressName",
  company: "company",
  first_name: "firstName",
  last_name: "lastName",
  address_1: "address1",
  address_2: "address2",
  city: "city",
  province: "province",
  postal_code: "postalCode",
  country_code: "countryCode",
  phone: "phone",
  created_at: "createdAt",
  updated_at: "updatedAt",
};

const text = () => z.string().nullish();
const body = z.strictObject({
  address_name: text(),
  company: text(),
  first_name: text(),
  last_name: text(),
  address_1: text(),
  address_2: text(),
  city: text(),
  province: text(),
  postal_code: text(),
  country_code: text().describe("Two letters; kept in lower case."),
  phone: text(),
  is_default_shipping: z.boolean().optional(),
  is_default_billing: z.boolean().optional(),
  metadata: freeObject().nullish(),
  additional_data: freeObject().nullish().describe("Is taken, and not looked at."),
});

const list = route({
  method: "GET",
  path: PATH,
  tag: TAG,
  summary: "Lists the addresses of a customer; an unknown customer has none.",
  query: z.strictObject({
    ...listFields("Words that must all occur, in any order and field."),
    ...filterShape("AddressFilters", filters),
  }),
  answers: { 200: pageOf({ addresses: z.array(chosenAddress) }) },
  run: async ({ actor, params, query }) => {
    const { limit, offset, order, fields, ...asked } = query;
    const selection = selectionOf(fields, addressFields);
    const found = await listAddressesOf(actor, params.id ?? "", {
      where: conditionOf(asked, filters) ?? { all: [] },
      order: orderOf(order, ORDERS),
      limit,
      offset,
    });
    const addresses = found.addresses.map((address) => viewAddress(address, selection));
    return Response.json({ addresses, count: found.count, offset, limit });
  },
});

const create = route({
  method: "POST",
  path: PATH,
  tag: TAG,
  summary:
    "Adds an address; a new default takes the place of the one before. Answers the customer.",
  query: oneQuery,
  body,
  versioned: "given",
  answers: { 200: customerAnswer },
  says: {
    not_found: ({ id }) =>
      `You tried to set relationship customer_id: ${id}, but such entity does not exist`,
  },
  run: async ({ actor, params, query, body, once }) => {
    const id = params.id ?? "";
    const { version } = await createAddress(actor, id, partsOf(body), { once });
    return answerCustomer(actor, await getCustomer(actor, id), query, version);
  },
});

const retrieve = route({
  method: "GET",
  path: ONE,
  tag: TAG,
  summary: "Finds one address of a customer.",
  query: oneQuery,
  versioned: "given",
  answers: { 200: z.strictObject({ address: chosenAddress }) },
  run: async ({ actor, params: { id = "", address_id = "" }, query }) => {
    const address = await findAddress(actor, id, address_id);
    if (!address) throw notFound("address", address_id);
    return Response.json(
      { address: viewAddress(address, selectionOf(query.fields, addressFields)) },
      { headers: { etag: entityTag(address.version) } },
    );
  },
});

const update = route({
  method: "POST",
  path: ONE,
  tag: TAG,
  summary: "Changes the fields of an address that are sent. Answers the customer.",
  query: oneQuery,
  body,
  versioned: "checked",
  answers: { 200: customerAnswer },
  run: async ({ request, actor, params: { id = "", address_id = "" }, query, body, once }) => {
    const { metadata, ...parts } = partsOf(body);
    const patch = metadata ? { ...parts, mergeMetadata: metadata } : { ...parts, metadata };
    const versions = versionsOf(request.headers);
    const address = await updateAddress(actor, id, address_id, patch, { versions, once });
    return answerCustomer(actor, await getCustomer(actor, id), query, address.version);
  },
});

const remove = route({
  method: "DELETE",
  path: ONE,
  tag: TAG,
  summary: "Takes an address of this customer away; one that is gone already is no fault.",
  query: oneQuery,
  answers: {
    200: z.strictObject({
      id: z.string(),
      object: z.literal("customer_address"),
      deleted: z.literal(true),
      parent: chosenCustomer,
    }),
  },
  run: async ({ actor, params: { id = "", address_id = "" }, query, once }) => {
    const selection = selectionOf(query.fields, customerFields);
    await deleteAddress(actor, id, address_id, { once });
    const [parent] = await viewCustomers(actor, [await getCustomer(actor, id)], selection);
    return Response.json({ id: address_id, object: "customer_address", deleted: true, parent });
  },
});

export const addressRoutes = [list, create, retrieve, update, remove];

function partsOf(sent: z.output<typeof body>) {
  return {
    addressName: sent.address_name,
    company: sent.company,
    firstName: sent.first_name,
    lastName: sent.last_name,
    address1: sent.address_1,
    address2: sent.address_2,
    city: sent.city,
    province: sent.province,
    postalCode: sent.postal_code,
    countryCode: sent.country_code,
    phone: sent.phone,
    isDefaultShipping: sent.is_default_shipping,
    isDefaultBilling: sent.is_default_billing,
    metadata: sent.metadata,
  };
}
