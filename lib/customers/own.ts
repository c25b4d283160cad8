import type { Actor } from "../actor";

/** The right it takes to write about this customer: one's own when the customer does it, else `write`. */
export function rightOver(actor: Actor, customerId: string): "own" | "write" {
  return isSelf(actor, customerId) ? "own" : "write";
}

/** Whether this actor may look at this customer: a customer sees nobody else. */
export function maySee(actor: Actor, customerId: string): boolean {
  return actor.kind !== "customer" || isSelf(actor, customerId);
}

function isSelf(actor: Actor, customerId: string): boolean {
  return actor.kind === "customer" && actor.id === customerId;
}
