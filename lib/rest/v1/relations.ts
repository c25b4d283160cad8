import { z } from "zod";
import type { Actor } from "../../actor";
import { countryName } from "../../country";
import type { Address } from "../../customers/address-schema";
import { billingAddressIds, listAddresses } from "../../customers/addresses";
import { listGroupsOf } from "../../customers/groups-of";
import type { CustomerRow } from "../../customers/schema";
import { type Expand, expandOf } from "./expand";
import {
  addressShape,
  addressWire,
  customerShape,
  customerWire,
  groupShape,
  groupWire,
} from "./wire";

const country = z.strictObject({ iso_2: z.string(), name: z.string(), display_name: z.string() });
const addressWithCountry = addressShape
  .extend({ country: country.nullable().optional() })
  .meta({ id: "AddressWithCountry" });

/** A customer with whichever relations were asked for. Orders are not kept here. */
export const expandedCustomer = customerShape
  .extend({
    orders: z.array(z.never()).optional(),
    shipping_addresses: z.array(addressWithCountry).optional(),
    billing_address: addressWithCountry.nullable().optional(),
    groups: z.array(groupShape.extend({ price_lists: z.array(z.never()).optional() })).optional(),
  })
  .meta({ id: "CustomerWithRelations" });
type ExpandedCustomer = z.output<typeof expandedCustomer>;

/** Orders are not kept here, so their parts are always none. */
const RELATIONS = {
  orders: /^[a-z_.]+$/,
  shipping_addresses: /^country$/,
  billing_address: /^country$/,
  groups: /^price_lists$/,
};

/** What `expand` names of a customer's relations, or the standard when it is absent. Throws `invalid` for an unknown one. */
export function customerExpand(
  expand: string | null | undefined,
  standard: readonly string[],
): Expand {
  return expandOf(expand, standard, RELATIONS);
}

type Options = {
  /** Only these of a customer's groups, as the list shows them when it is filtered by groups. */
  onlyGroups?: readonly string[];
};

/** Customers on the wire with the relations asked for, each relation loaded once for all of them. */
export async function withRelations(
  actor: Actor,
  customers: readonly CustomerRow[],
  expand: Expand,
  { onlyGroups }: Options = {},
): Promise<ExpandedCustomer[]> {
  const ids = customers.map((customer) => customer.id);
  const isListed = customers.every((customer) => customer.billingAddressId !== undefined);
  const wantsAddresses = expand.has("shipping_addresses") || expand.has("billing_address");
  const [addresses, billingIds, groups] = await Promise.all([
    wantsAddresses ? listAddresses(actor, ids).then(byCustomer) : none<Address[]>(),
    wantsAddresses || isListed ? none<string>() : billingAddressIds(actor, ids),
    expand.has("groups") ? listGroupsOf(actor, ids) : none<never[]>(),
  ]);
  return customers.map((customer) => {
    const own = addresses.get(customer.id) ?? [];
    const billing = own.find((address) => address.isDefaultBilling);
    const shown = (groups.get(customer.id) ?? []).filter(
      (group) => !onlyGroups || onlyGroups.includes(group.id),
    );
    return {
      ...customerWire(
        customer,
        billing?.id ?? customer.billingAddressId ?? billingIds.get(customer.id) ?? null,
      ),
      ...(expand.has("orders") && { orders: [] }),
      ...(expand.has("shipping_addresses") && {
        shipping_addresses: own
          .filter((address) => address.listed)
          .map((address) => withCountry(address, expand.has("shipping_addresses.country"))),
      }),
      ...(expand.has("billing_address") && {
        billing_address: billing
          ? withCountry(billing, expand.has("billing_address.country"))
          : null,
      }),
      ...(expand.has("groups") && {
        groups: shown.map((group) => ({
          ...groupWire(group),
          ...(expand.has("groups.price_lists") && { price_lists: [] }),
        })),
      }),
    };
  });
}

function withCountry(address: Address, wanted: boolean) {
  if (!wanted) return addressWire(address);
  const code = address.countryCode;
  const name = code && countryName(code);
  const country =
    code && name ? { iso_2: code, name: name.toUpperCase(), display_name: name } : null;
  return { ...addressWire(address), country };
}

function byCustomer(addresses: Address[]): Map<string, Address[]> {
  const map = new Map<string, Address[]>();
  for (const address of addresses)
    map.set(address.customerId, [...(map.get(address.customerId) ?? []), address]);
  return map;
}

async function none<T>(): Promise<Map<string, T>> {
  return new Map();
}
