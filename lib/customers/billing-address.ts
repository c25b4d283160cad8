import "server-only";
import { databaseNow } from "../database-now";
import type { Tx } from "../db";
import { notFound } from "../errors";
import { newId } from "../ids";
import { jsonColumn } from "../json-column";
import type { AddressParts } from "./address-schema";
import { unsetDefaults } from "./default-addresses";

/** One of the customer's addresses by id, a new one that is not in the list of addresses, or none. */
export type Billing = { id?: string; parts?: AddressParts } | null;

/**
 * Makes this the billing address of the customer, whose row this transaction holds already. The one before stays
 * when it is in the list of addresses. Throws `not_found` for an address that is not this customer's.
 */
export async function replaceBilling(tx: Tx, customerId: string, billing: Billing): Promise<void> {
  const keptId = billing?.id ?? "";
  if (keptId) await requireOwn(tx, customerId, keptId);
  await tx.customerAddress.updateMany({
    where: {
      customerId,
      deletedAt: null,
      listed: false,
      isDefaultBilling: true,
      id: { not: keptId },
    },
    data: { deletedAt: await databaseNow(tx), isDefaultBilling: false },
  });
  await unsetDefaults(tx, customerId, { isDefaultBilling: true }, keptId);
  if (keptId)
    await tx.customerAddress.updateMany({
      where: { id: keptId, isDefaultBilling: false },
      data: { isDefaultBilling: true },
    });
  if (billing?.parts) await addUnlisted(tx, customerId, billing.parts);
}

async function requireOwn(tx: Tx, customerId: string, id: string): Promise<void> {
  const own = await tx.customerAddress.count({ where: { id, customerId, deletedAt: null } });
  if (own === 0) throw notFound("address", id);
}

async function addUnlisted(
  tx: Tx,
  customerId: string,
  { metadata, ...parts }: AddressParts,
): Promise<void> {
  await tx.customerAddress.create({
    data: {
      ...parts,
      id: newId("addr"),
      customerId,
      listed: false,
      isDefaultBilling: true,
      metadata: jsonColumn(metadata),
    },
    select: { id: true },
  });
}
