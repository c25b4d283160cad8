import "server-only";
import type { Tx } from "../db";
import type { Member, Plan } from "./plan";
import type { GroupPlan } from "./plan-groups";
import type { AddressFields, CustomerFields, GroupFields } from "./rules";

/** Writes what was decided, a few statements for all of it. What makes room goes first. */
export async function writePlan(tx: Tx, plan: Plan): Promise<void> {
  await updateCustomers(tx, plan.customers.changed);
  await insertCustomers(tx, plan.customers.new);
  await clearDefaults(tx, plan.addresses.cleared);
  await updateAddresses(tx, plan.addresses.changed);
  await insertAddresses(tx, plan.addresses.new);
  await insertMembers(tx, plan.members);
}

/** Writes the groups that were decided on. */
export async function writeGroups(tx: Tx, plan: GroupPlan): Promise<void> {
  await updateGroups(tx, plan.changed);
  await insertGroups(tx, plan.new);
}

async function insertCustomers(tx: Tx, rows: CustomerFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into customer (id, email, has_account, first_name, last_name, company_name, phone, metadata, password_hash,
      created_by, created_at, updated_at)
    select r.id, r.email, r."hasAccount", r."firstName", r."lastName", r."companyName", r.phone, r.metadata,
      r."passwordHash", r."createdBy", r."createdAt", r."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, email text, "hasAccount" boolean,
      "firstName" text, "lastName" text, "companyName" text, phone text, metadata jsonb, "passwordHash" text,
      "createdBy" text, "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

async function updateCustomers(tx: Tx, rows: CustomerFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update customer c set email = r.email, has_account = r."hasAccount", first_name = r."firstName",
      last_name = r."lastName", company_name = r."companyName", phone = r.phone, metadata = r.metadata,
      password_hash = r."passwordHash"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, email text, "hasAccount" boolean,
      "firstName" text, "lastName" text, "companyName" text, phone text, metadata jsonb, "passwordHash" text)
    where c.id = r.id`;
}

async function insertAddresses(tx: Tx, rows: AddressFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into customer_address (id, customer_id, address_name, company, first_name, last_name, address_1, address_2,
      city, province, postal_code, country_code, phone, metadata, is_default_shipping, is_default_billing, listed,
      created_at, updated_at)
    select r.id, r."customerId", r."addressName", r.company, r."firstName", r."lastName", r."address1", r."address2",
      r.city, r.province, r."postalCode", r."countryCode", r.phone, r.metadata, r."isDefaultShipping",
      r."isDefaultBilling", r.listed, r."createdAt", r."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, "customerId" text, "addressName" text,
      company text, "firstName" text, "lastName" text, "address1" text, "address2" text, city text, province text,
      "postalCode" text, "countryCode" text, phone text, metadata jsonb, "isDefaultShipping" boolean,
      "isDefaultBilling" boolean, listed boolean, "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

async function clearDefaults(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    update customer_address set is_default_shipping = false, is_default_billing = false where id = any(${ids})`;
}

async function updateAddresses(tx: Tx, rows: AddressFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update customer_address a set address_name = r."addressName", company = r.company, first_name = r."firstName",
      last_name = r."lastName", address_1 = r."address1", address_2 = r."address2", city = r.city,
      province = r.province, postal_code = r."postalCode", country_code = r."countryCode", phone = r.phone,
      metadata = r.metadata, is_default_shipping = r."isDefaultShipping", is_default_billing = r."isDefaultBilling",
      listed = r.listed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, "addressName" text, company text,
      "firstName" text, "lastName" text, "address1" text, "address2" text, city text, province text,
      "postalCode" text, "countryCode" text, phone text, metadata jsonb, "isDefaultShipping" boolean,
      "isDefaultBilling" boolean, listed boolean)
    where a.id = r.id`;
}

async function insertMembers(tx: Tx, rows: Member[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into customer_group_member (group_id, customer_id, created_by, created_at)
    select r."groupId", r."customerId", r."createdBy", coalesce(r."createdAt", now())
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r ("groupId" text, "customerId" text, "createdBy" text,
      "createdAt" timestamptz)`;
}

async function insertGroups(tx: Tx, rows: GroupFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into customer_group (id, name, metadata, created_by, created_at, updated_at)
    select r.id, r.name, r.metadata, r."createdBy", r."createdAt", r."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, name text, metadata jsonb, "createdBy" text,
      "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

async function updateGroups(tx: Tx, rows: GroupFields[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update customer_group g set name = r.name, metadata = r.metadata
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id text, name text, metadata jsonb) where g.id = r.id`;
}
