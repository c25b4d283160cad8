import "server-only";
import type { Actor } from "../actor";
import { type Change, change } from "../changes/change";
import type { Once } from "../changes/once";
import { databaseNow } from "../database-now";
import type { Tx } from "../db";
import { notFound } from "../errors";
import { newId } from "../ids";
import { jsonColumn } from "../json-column";
import { mergeMetadata } from "../metadata";
import { parse } from "../parse";
import { textFault } from "../text";
import { refuseVersion } from "../version";
import { addressColumns } from "./address-columns";
import { type Address, addressInput, addressPatch } from "./address-schema";
import { unsetDefaults } from "./default-addresses";
import { customerLabel, labelSelect } from "./label";
import { rightOver } from "./own";

type CreateOptions = {
  /** Answers the address that is there when one has the same parts, company and metadata aside, instead of another. */
  unlessSame?: boolean;
  once?: Once;
};
type UpdateOptions = {
  /** The versions the edit may start from; any, unless told. */
  versions?: readonly number[];
  once?: Once;
};

const SAME_PARTS = [
  "firstName",
  "lastName",
  "address1",
  "address2",
  "city",
  "province",
  "postalCode",
  "countryCode",
  "phone",
] as const;

/**
 * A new address of the customer. A default takes the place of the one before, in the same change.
 * Throws `not_found` for the customer, `invalid` with fields.
 */
export async function createAddress(
  actor: Actor,
  customerId: string,
  input: unknown,
  options: CreateOptions = {},
): Promise<Address> {
  const { metadata, ...fields } = parse(addressInput, input);
  const about = {
    kind: "address.create",
    label: "Added an address",
    right: rightOver(actor, customerId),
    once: options.once,
  };
  return change(actor, about, async (open) => {
    const { tx } = open;
    await holdOwner(open, customerId, "Added an address for");
    const same = options.unlessSame
      ? (await ofCustomer(tx, customerId)).find(isSame(fields))
      : null;
    if (same) return same;
    await unsetDefaults(tx, customerId, fields);
    const { id } = await tx.customerAddress.create({
      data: { ...fields, id: newId("addr"), customerId, metadata: jsonColumn(metadata) },
      select: { id: true },
    });
    return hold(tx, customerId, id);
  });
}

/**
 * Changes what the patch names and nothing else. Throws `not_found` for an address that is not this customer's,
 * `invalid`, and `conflict` with facts `{ version }` when it is at none of `versions`.
 */
export async function updateAddress(
  actor: Actor,
  customerId: string,
  id: string,
  input: unknown,
  options: UpdateOptions = {},
): Promise<Address> {
  const { metadata, mergeMetadata: patch, ...fields } = parse(addressPatch, input);
  const about = {
    kind: "address.update",
    label: "Edited an address",
    right: rightOver(actor, customerId),
    once: options.once,
  };
  return change(actor, about, async (open) => {
    const { tx } = open;
    await holdOwner(open, customerId, "Edited an address of");
    const now = await hold(tx, customerId, id);
    refuseVersion("address", now, options.versions);
    await unsetDefaults(tx, customerId, fields, id);
    await tx.customerAddress.update({
      where: { id },
      data: {
        ...fields,
        metadata: jsonColumn(patch ? mergeMetadata(now.metadata, patch) : metadata),
      },
      select: { id: true },
    });
    return hold(tx, customerId, id);
  });
}

/** Takes an address away. True when this customer had it. Throws `not_found` for the customer. */
export async function deleteAddress(
  actor: Actor,
  customerId: string,
  id: string,
  options: { once?: Once } = {},
): Promise<boolean> {
  const about = {
    kind: "address.delete",
    label: "Deleted an address",
    right: rightOver(actor, customerId),
    once: options.once,
  };
  return change(actor, about, async (open) => {
    await holdOwner(open, customerId, "Deleted an address of");
    if (textFault(id)) return false;
    const { count } = await open.tx.customerAddress.updateMany({
      where: { id, customerId, deletedAt: null },
      data: {
        deletedAt: await databaseNow(open.tx),
        isDefaultShipping: false,
        isDefaultBilling: false,
      },
    });
    return count > 0;
  });
}

/** Holds the customer, so that its addresses change one write after the other, and words the change. */
async function holdOwner(open: Change, customerId: string, words: string): Promise<void> {
  if (textFault(customerId)) throw notFound("customer", customerId);
  await open.tx.$queryRaw`
    select id from customer where id = ${customerId} and deleted_at is null for no key update`;
  const customer = await open.tx.customer.findFirst({
    where: { id: customerId, deletedAt: null },
    select: labelSelect,
  });
  if (!customer) throw notFound("customer", customerId);
  open.label = `${words} ${customerLabel(customer)}`;
}

async function hold(tx: Tx, customerId: string, id: string): Promise<Address> {
  if (textFault(id)) throw notFound("address", id);
  const [address] = await tx.$queryRaw<Address[]>`
    select ${addressColumns} from customer_address a
    where a.id = ${id} and a.customer_id = ${customerId} and a.deleted_at is null`;
  if (!address) throw notFound("address", id);
  return address;
}

async function ofCustomer(tx: Tx, customerId: string): Promise<Address[]> {
  return tx.$queryRaw<Address[]>`
    select ${addressColumns} from customer_address a
    where a.customer_id = ${customerId} and a.deleted_at is null and a.listed order by a.created_at, a.id`;
}

function isSame(fields: Partial<Record<(typeof SAME_PARTS)[number], string | null>>) {
  return (address: Address) =>
    SAME_PARTS.every((part) => (address[part] ?? null) === (fields[part] ?? null));
}
