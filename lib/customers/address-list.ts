import "server-only";
import type { Actor } from "../actor";
import { type Condition, conditionSql } from "../condition";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Order } from "../listing";
import { textFault } from "../text";
import { addressColumns } from "./address-columns";
import type { Address } from "./address-schema";
import { askableAddresses } from "./askable";
import { maySee } from "./own";

const ORDER = {
  id: Prisma.sql`a.id`,
  addressName: Prisma.sql`clientele_fold(a.address_name)`,
  company: Prisma.sql`clientele_fold(a.company)`,
  firstName: Prisma.sql`clientele_fold(a.first_name)`,
  lastName: Prisma.sql`clientele_fold(a.last_name)`,
  address1: Prisma.sql`clientele_fold(a.address_1)`,
  address2: Prisma.sql`clientele_fold(a.address_2)`,
  city: Prisma.sql`clientele_fold(a.city)`,
  province: Prisma.sql`clientele_fold(a.province)`,
  postalCode: Prisma.sql`clientele_fold(a.postal_code)`,
  countryCode: Prisma.sql`a.country_code`,
  phone: Prisma.sql`a.phone`,
  createdAt: Prisma.sql`a.created_at`,
  updatedAt: Prisma.sql`a.updated_at`,
};

export type AddressQuery = {
  /** See askableAddresses. */
  where: Condition;
  order: Order<keyof typeof ORDER>;
  limit: number;
  offset: number;
};

/** One page of a customer's addresses and the number of all that match; an unknown customer has none. */
export async function listAddressesOf(
  actor: Actor,
  customerId: string,
  { where, order, limit, offset }: AddressQuery,
): Promise<{ addresses: Address[]; count: number }> {
  if (textFault(customerId) || !maySee(actor, customerId)) return { addresses: [], count: 0 };
  const way = order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const matching = Prisma.sql`from customer_address a
    where a.customer_id = ${customerId} and a.deleted_at is null and ${conditionSql(where, askableAddresses)}`;
  const [addresses, counted] = await Promise.all([
    db().$queryRaw<Address[]>`select ${addressColumns} ${matching}
      order by ${ORDER[order.field]} ${way}, a.id ${way} limit ${limit} offset ${offset}`,
    db().$queryRaw<{ n: number }[]>`select count(*)::int as n ${matching}`,
  ]);
  return { addresses, count: counted[0]?.n ?? 0 };
}
