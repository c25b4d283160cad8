import { z } from "zod";
import type { Actor } from "../../actor";
import type { Customer } from "../../customers/schema";
import { entityTag } from "../entity-tag";
import { selectionOf } from "./fields";
import { chosenCustomer, customerFields, viewCustomers } from "./views";

export const customerAnswer = z.strictObject({ customer: chosenCustomer });

/** One customer with the fields asked for, and as the tag its version, or that of what the request was about. */
export async function answerCustomer(
  actor: Actor,
  customer: Customer,
  { fields }: { fields?: string },
  version = customer.version,
): Promise<Response> {
  const [wire] = await viewCustomers(actor, [customer], selectionOf(fields, customerFields));
  return Response.json({ customer: wire }, { headers: { etag: entityTag(version) } });
}
