import "server-only";
import { cache } from "react";
import { requireAdmin } from "@/lib/auth/guard";
import { findCustomer } from "@/lib/customers/customers";

/** The customer of this address, once for the page and its title; null when there is none. */
export const findShownCustomer = cache(async (id: string) =>
  findCustomer(await requireAdmin(), id),
);
