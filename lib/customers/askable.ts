import "server-only";
import type { Askable } from "../condition";
import { Prisma } from "../generated/prisma/client";
import { askableGroups } from "../groups/askable";

/** A customer of alias `c`. */
const customerFields: Askable = {
  columns: {
    id: { sql: Prisma.sql`c.id`, type: "text" },
    email: { sql: Prisma.sql`c.email`, type: "text" },
    firstName: {
      sql: Prisma.sql`c.first_name`,
      type: "text",
      foldedKey: Prisma.sql`clientele_fold(c.first_name) collate "C"`,
    },
    lastName: {
      sql: Prisma.sql`c.last_name`,
      type: "text",
      foldedKey: Prisma.sql`clientele_fold(c.last_name) collate "C"`,
    },
    companyName: {
      sql: Prisma.sql`c.company_name`,
      type: "text",
      foldedKey: Prisma.sql`clientele_fold(c.company_name) collate "C"`,
    },
    phone: { sql: Prisma.sql`c.phone collate "C"`, type: "text" },
    search: { sql: Prisma.sql`c.search_text`, type: "text" },
    createdBy: { sql: Prisma.sql`c.created_by collate "C"`, type: "text" },
    hasAccount: { sql: Prisma.sql`c.has_account`, type: "flag" },
    createdAt: { sql: Prisma.sql`c.created_at`, type: "moment" },
    updatedAt: { sql: Prisma.sql`c.updated_at`, type: "moment" },
    deletedAt: { sql: Prisma.sql`c.deleted_at`, type: "moment" },
  },
};

/** Addresses of alias `a`. */
export const askableAddresses: Askable = {
  columns: {
    company: { sql: Prisma.sql`a.company`, type: "text" },
    city: { sql: Prisma.sql`a.city`, type: "text" },
    countryCode: { sql: Prisma.sql`a.country_code`, type: "text" },
    province: { sql: Prisma.sql`a.province`, type: "text" },
    postalCode: { sql: Prisma.sql`a.postal_code`, type: "text" },
    search: {
      sql: Prisma.sql`clientele_fold(concat_ws(chr(31), a.address_name, a.company, a.first_name, a.last_name,
        a.address_1, a.address_2, a.city, a.province, a.postal_code, a.country_code, a.phone))`,
      type: "text",
    },
  },
};

/** Customers of alias `c`, who can be asked by their groups too. */
export const askableCustomers: Askable = {
  ...customerFields,
  relations: {
    groups: {
      exists: (where) => Prisma.sql`exists (select 1 from customer_group_member m
        join customer_group g on g.id = m.group_id where m.customer_id = c.id and ${where})`,
      of: askableGroups,
    },
  },
};

/** Groups of alias `g`, asked by their live customers too. */
export const askableGroupsByCustomers: Askable = {
  ...askableGroups,
  relations: {
    customers: {
      exists: (where) => Prisma.sql`exists (select 1 from customer_group_member m
        join customer c on c.id = m.customer_id
        where m.group_id = g.id and c.deleted_at is null and ${where})`,
      of: customerFields,
    },
  },
};
