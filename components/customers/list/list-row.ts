import type { CustomerRow } from "@/lib/customers/schema";

/** As much of a customer as the table shows: what is not needed is not sent. */
export type ListRow = Pick<
  CustomerRow,
  | "id"
  | "version"
  | "email"
  | "hasAccount"
  | "firstName"
  | "lastName"
  | "companyName"
  | "phone"
  | "createdAt"
  | "updatedAt"
  | "groups"
>;

export function toListRow(customer: CustomerRow): ListRow {
  const { id, version, email, hasAccount, firstName, lastName } = customer;
  const { companyName, phone, createdAt, updatedAt, groups } = customer;
  return {
    ...{ id, version, email, hasAccount, firstName, lastName },
    ...{ companyName, phone, createdAt, updatedAt, groups },
  };
}
