import "server-only";
import type { Actor } from "../actor";
import { requireRight } from "../errors";
import { countByDays } from "./day-counts";
import { narrowedPage } from "./list-narrowed";
import { plainPage } from "./list-plain";
import { type CustomerQuery, isPlain } from "./list-query";
import type { CustomerRow } from "./schema";
import { searchTerms } from "./search";

export type CustomerPage = {
  customers: CustomerRow[];
  count: number;
  offset: number;
  limit: number;
};

/**
 * One page of live customers with their groups and the exact number of all that match.
 * Throws `invalid` on `q` for text that cannot be searched.
 */
export async function listCustomers(actor: Actor, query: CustomerQuery): Promise<CustomerPage> {
  requireRight(actor, "read");
  const terms = query.q ? await searchTerms(query.q) : [];
  const { rows, count } =
    terms.length === 0 && isPlain(query)
      ? await plainPage(query)
      : await narrowedPage(query, terms);
  return { customers: rows, count, offset: query.offset, limit: query.limit };
}

/** How many customers there are; exact, from the day buckets. */
export async function countCustomers(actor: Actor, hasAccount?: boolean): Promise<number> {
  requireRight(actor, "read");
  return countByDays({ hasAccount });
}
