import { z } from "zod";
import type { Actor } from "../../actor";
import type { Customer } from "../../customers/schema";
import { entityTag } from "../entity-tag";
import { selectionOf } from "./fields";
import { chosenCustomer, customerFields, viewCustomers } from "./views";

export const customerAnswer = z.strictObject({ customer: chosenCustomer });

/** One customer with the fields asked for, and its version as the tag. */
export async function answerCustomer(
  actor: Actor,
  customer: Customer,
  { fields }: { fields?: string },
): Promise<Response> {
  const [wire] = await viewCustomers(actor, [customer], selectionOf(fields, customerFields));
  return Response.json({ customer: wire }, { headers: { etag: entityTag(customer.version) } });
}
