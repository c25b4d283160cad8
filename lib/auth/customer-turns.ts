import "server-only";
import type { Actor } from "../actor";
import { createTurns } from "../turns";
import { hashPassword } from "./password";

/**
 * Whatever hashes for customers comes through here: apart from the admins' turns, and never more at once than the
 * queue of hashes has room for. A storm of customers does not keep the desk waiting.
 */
export const inCustomersTurn = createTurns({ atOnce: 4, waiting: 100 });

/** A PHC string for the password that this actor sets, in the actor's turn. Throws `busy` when too many wait. */
export function hashInTurn(actor: Pick<Actor, "kind">, password: string): Promise<string> {
  if (actor.kind !== "customer") return hashPassword(password);
  return inCustomersTurn(() => hashPassword(password));
}
