import "server-only";
import { db, type Tx } from "../db";
import { normalizeEmail } from "../email";
import { trimBlanks } from "../text";
import { type Past, pastOf } from "./past";
import type { AddressFields, CustomerFields, GroupFields } from "./rules";
import type { SourceGroup, SourcePage } from "./source-rows";

type Timeless<T> = Omit<T, "createdAt" | "updatedAt" | "createdBy">;
export type HereCustomer = Timeless<CustomerFields> & { deletedAt: Date | null };
export type HereAddress = Timeless<AddressFields> & { deletedAt: Date | null };
export type HereGroup = Timeless<GroupFields>;

/** What is here already of, or in the way of, what is to come. */
export type Here = {
  customers: Map<string, HereCustomer>;
  /** By emailKey: who has that e-mail. */
  holders: Map<string, string>;
  addresses: Map<string, HereAddress>;
  members: Set<string>;
  /** Id there → id here. */
  groups: Map<string, string>;
  past: { customers: Past; addresses: Past; members: Past };
};

/** An e-mail may be here once for a guest and once for an account. */
export function emailKey({ email, hasAccount }: { email: string | null; hasAccount: boolean }) {
  return `${hasAccount ? "account" : "guest"} ${email}`;
}

export function memberKey(groupId: string, customerId: string): string {
  return `${groupId}/${customerId}`;
}

const metadata = true;
const name = { firstName: true, lastName: true };
const customer = { email: true, hasAccount: true, ...name, companyName: true, phone: true };
const street = { address1: true, address2: true, city: true, province: true, postalCode: true };
const flags = { isDefaultShipping: true, isDefaultBilling: true, listed: true };
const address = { addressName: true, company: true, ...name, ...street, countryCode: true };

/** What is here of these customers. In a transaction their rows are held, so that it stays true until its end. */
export async function readHere(tx: Tx | null, page: SourcePage): Promise<Here> {
  const reader = tx ?? db();
  const ids = page.customers.map(({ id }) => id);
  if (tx) await tx.$queryRaw`select id from customer where id = any(${ids}) order by id for update`;
  const addressIds = page.addresses.map(({ id }) => id);
  const emails = page.customers.flatMap(({ email }) => (email ? [normalizeEmail(email)] : []));
  const customers = await reader.customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...customer, metadata, passwordHash: true, deletedAt: true },
  });
  const holders = await reader.customer.findMany({
    where: { email: { in: emails }, deletedAt: null },
    select: { id: true, email: true, hasAccount: true },
  });
  const select = { id: true, customerId: true, ...address, phone: true, metadata, ...flags };
  const addresses = [{ customerId: { in: ids }, deletedAt: null }, { id: { in: addressIds } }].map(
    (where) => reader.customerAddress.findMany({ where, select: { ...select, deletedAt: true } }),
  );
  const members = await reader.customerGroupMember.findMany({
    where: { customerId: { in: ids } },
    select: { groupId: true, customerId: true },
  });
  const groups = await groupsHere(reader, page);
  return {
    customers: byId(customers as HereCustomer[]),
    holders: new Map(holders.map((holder) => [emailKey(holder), holder.id])),
    addresses: byId((await Promise.all(addresses)).flat() as HereAddress[]),
    members: new Set(members.map((member) => memberKey(member.groupId, member.customerId))),
    groups,
    past: {
      customers: await pastOf(reader, "customer", ids),
      addresses: await pastOf(reader, "customer_address", addressIds),
      members: await pastOf(reader, "customer_group_member", memberKeys(page, groups)),
    },
  };
}

/** Groups by their id and, where another one has the name, that one. */
export async function readGroupsHere(tx: Tx | null, groups: SourceGroup[]) {
  const reader = tx ?? db();
  const ids = groups.map(({ id }) => id);
  const names = groups.flatMap((group) => (group.name === null ? [] : [trimBlanks(group.name)]));
  const here = await reader.customerGroup.findMany({
    where: { OR: [{ id: { in: ids } }, { name: { in: names } }] },
    select: { id: true, name: true, metadata },
  });
  return {
    groups: byId(here as HereGroup[]),
    names: new Map(here.map((group) => [group.name, group.id])),
    past: await pastOf(reader, "customer_group", ids),
  };
}

async function groupsHere(reader: Tx, { members }: SourcePage): Promise<Map<string, string>> {
  const wanted = new Map(
    members.map(({ groupId, groupName }) => [
      groupId,
      groupName === null ? undefined : trimBlanks(groupName),
    ]),
  );
  const names = [...wanted.values()].filter((value) => value !== undefined);
  const here = await reader.customerGroup.findMany({
    where: { OR: [{ id: { in: [...wanted.keys()] } }, { name: { in: names } }] },
    select: { id: true, name: true },
  });
  const ids = new Set(here.map(({ id }) => id));
  const byName = new Map(here.map((group) => [group.name, group.id]));
  return new Map(
    [...wanted].flatMap(([id, groupName]) => {
      const found = ids.has(id) ? id : byName.get(groupName ?? "");
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function memberKeys({ members }: SourcePage, groups: Map<string, string>): string[] {
  return members.flatMap(({ groupId, customerId }) => {
    const here = groups.get(groupId);
    return here === undefined ? [] : [memberKey(here, customerId)];
  });
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
