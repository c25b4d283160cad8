import { Prisma } from "../generated/prisma/client";

/** The read contract of an address of alias `a`: what is not named here cannot leave. */
export const addressColumns = Prisma.sql`a.id, a.customer_id as "customerId", a.address_name as "addressName",
  a.company, a.first_name as "firstName", a.last_name as "lastName", a.address_1 as "address1",
  a.address_2 as "address2", a.city, a.province, a.postal_code as "postalCode", a.country_code as "countryCode",
  a.phone, a.metadata, a.is_default_shipping as "isDefaultShipping", a.is_default_billing as "isDefaultBilling",
  a.listed, a.version, clientele_iso(a.created_at) as "createdAt", clientele_iso(a.updated_at) as "updatedAt"`;
