import { z } from "zod";
import type { Actor } from "../../actor";
import { billingAddressIds } from "../../customers/addresses";
import { listMembersOf } from "../../customers/members-of";
import { DomainError } from "../../errors";
import type { Group } from "../../groups/schema";
import { MOST_ROWS } from "../list-rules";

import { expandOf } from "./expand";
import { customerShape, customerWire, groupShape, groupWire } from "./wire";

/** A group with whichever relations were asked for; of a large group the first thousand customers. */
export const expandedGroup = groupShape.extend({
  customers: z.array(customerShape).optional(),
  price_lists: z.array(z.never()).optional(),
});
/** The same, or only the fields that were asked for. */
export const chosenGroup = expandedGroup.partial().meta({ id: "ChosenCustomerGroup" });
type ChosenGroup = z.output<typeof chosenGroup>;

type Options = { expand?: string | null; fields?: string | null };

const RELATIONS = {
  customers: /^(?:orders|shipping_addresses|groups)$/,
  price_lists: /^[a-z_.]+$/,
};

/**
 * How groups are answered: with the relations of `expand`, and of their own fields those of `fields` and the `always`
 * ones. Throws `invalid` for an unknown relation or field; so it is made before anything is written.
 */
export function groupView({ expand, fields }: Options, always: readonly string[] = ["id"]) {
  const relations = expandOf(expand, [], RELATIONS);
  const chosen = fieldsOf(fields, always);
  return async (actor: Actor, groups: readonly Group[]): Promise<ChosenGroup[]> => {
    const ids = groups.map((group) => group.id);
    const members = relations.has("customers")
      ? await listMembersOf(actor, ids, MOST_ROWS)
      : new Map<string, never[]>();
    const billing = await billingAddressIds(
      actor,
      [...members.values()].flat().map((customer) => customer.id),
    );
    return groups.map((group) => ({
      ...pick(groupWire(group), chosen),
      ...(relations.has("customers") && {
        customers: (members.get(group.id) ?? []).map((customer) =>
          customerWire(customer, billing.get(customer.id) ?? null),
        ),
      }),
      ...(relations.has("price_lists") && { price_lists: [] }),
    }));
  };
}

function fieldsOf(
  fields: string | null | undefined,
  always: readonly string[],
): readonly string[] | null {
  if (!fields) return null;
  const names = fields.split(",").filter(Boolean);
  const unknown = names.filter((name) => !Object.hasOwn(groupShape.shape, name));
  if (unknown.length > 0)
    throw new DomainError("invalid", `Fields [${unknown.join(", ")}] are not valid`);
  return [...always, ...names];
}

function pick<T extends object>(whole: T, names: readonly string[] | null): Partial<T> {
  if (!names) return whole;
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => names.includes(name)),
  ) as Partial<T>;
}
