import { z } from "zod";
import type { Actor } from "../../actor";
import { getCustomer } from "../../customers/customers";
import type { CustomerRow } from "../../customers/schema";
import { entityTag } from "../entity-tag";
import { withRelations } from "./relations";
import { addressShape, customerShape } from "./wire";

/** A customer as every route under /store/customers shows it. */
export const profile = z.strictObject({
  customer: customerShape.extend({
    billing_address: addressShape.nullable(),
    shipping_addresses: z.array(addressShape),
  }),
});

const SHOWN = new Set(["billing_address", "shipping_addresses"]);

/** The customer who calls, as this answer shows them; as they are now unless they were just read. */
export async function profileOf(actor: Actor, known?: CustomerRow): Promise<Response> {
  const customer = known ?? (await getCustomer(actor, actor.id));
  const [wire] = await withRelations(actor, [customer], SHOWN);
  return Response.json({ customer: wire }, { headers: { etag: entityTag(customer.version) } });
}
