import { z } from "zod";
import type { Actor } from "../../actor";
import type { Address } from "../../customers/address-schema";
import { listAddresses } from "../../customers/addresses";
import { listGroupsOf } from "../../customers/groups-of";
import { listMembersOf } from "../../customers/members-of";
import type { Customer } from "../../customers/schema";
import type { Group } from "../../groups/schema";
import { MOST_ROWS } from "../list-rules";
import { type Fields, pick, type Selection } from "./fields";
import {
  addressShape,
  addressWire,
  customerShape,
  customerWire,
  groupShape,
  groupWire,
} from "./wire";

const CUSTOMER = Object.keys(customerShape.shape);
const ADDRESS = Object.keys(addressShape.shape);
const GROUP = Object.keys(groupShape.shape);
const ON_REQUEST = ["is_default_shipping", "is_default_billing", "deleted_at"];

export const customerFields: Fields = {
  standard: CUSTOMER,
  relations: { groups: GROUP, addresses: ADDRESS },
};
export const addressFields: Fields = {
  standard: ADDRESS.filter((name) => !ON_REQUEST.includes(name)),
  extra: ON_REQUEST,
};
export const groupFields: Fields = { standard: GROUP, relations: { customers: CUSTOMER } };

/** An entity with whatever of it was asked for. */
export const chosenCustomer = customerShape
  .partial()
  .required({ id: true })
  .extend({
    groups: z.array(groupShape.partial()).optional(),
    addresses: z.array(addressShape.partial()).optional(),
  });
export const chosenAddress = addressShape.partial().required({ id: true });
export const chosenGroup = groupShape
  .partial()
  .required({ id: true })
  .extend({ customers: z.array(customerShape.partial()).optional() });

type Chosen<S extends z.ZodType> = z.output<S>;

/** Customers as selected, each relation loaded once for all of them. */
export async function viewCustomers(
  actor: Actor,
  customers: readonly Customer[],
  { own, relations }: Selection,
): Promise<Chosen<typeof chosenCustomer>[]> {
  const ids = customers.map((customer) => customer.id);
  const [ofGroups, ofAddresses] = [relations.get("groups"), relations.get("addresses")];
  const [groups, addresses] = await Promise.all([
    ofGroups ? listGroupsOf(actor, ids) : null,
    ofAddresses ? listAddresses(actor, ids) : null,
  ]);
  const byCustomer = byCustomerId(addresses ?? []);
  return customers.map((customer) => ({
    ...pick(customerWire(customer), own),
    id: customer.id,
    ...(ofGroups && {
      groups: (groups?.get(customer.id) ?? []).map((group) => pick(groupWire(group), ofGroups)),
    }),
    ...(ofAddresses && {
      addresses: (byCustomer.get(customer.id) ?? []).map((address) =>
        pick(addressWire(address), ofAddresses),
      ),
    }),
  }));
}

function byCustomerId(addresses: Address[]): Map<string, Address[]> {
  const map = new Map<string, Address[]>();
  for (const address of addresses) {
    const known = map.get(address.customerId);
    if (known) known.push(address);
    else map.set(address.customerId, [address]);
  }
  return map;
}

/** An address as selected. */
export function viewAddress(address: Address, { own }: Selection): Chosen<typeof chosenAddress> {
  return { ...pick(addressWire(address), own), id: address.id };
}

/** Groups as selected; of a large one the first customers only. */
export async function viewGroups(
  actor: Actor,
  groups: readonly Group[],
  { own, relations }: Selection,
): Promise<Chosen<typeof chosenGroup>[]> {
  const ofCustomers = relations.get("customers");
  const ids = groups.map((group) => group.id);
  const members = ofCustomers ? await listMembersOf(actor, ids, MOST_ROWS) : null;
  return groups.map((group) => ({
    ...pick(groupWire(group), own),
    id: group.id,
    ...(ofCustomers && {
      customers: (members?.get(group.id) ?? []).map((one) => pick(customerWire(one), ofCustomers)),
    }),
  }));
}
