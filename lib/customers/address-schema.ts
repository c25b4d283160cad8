/** An address of a customer as every door sees it. Dates are ISO 8601 in UTC with milliseconds. */
export type Address = {
  id: string;
  customerId: string;
  addressName: string | null;
  company: string | null;
  firstName: string | null;
  lastName: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2 in lower case. */
  countryCode: string | null;
  phone: string | null;
  metadata: Record<string, unknown> | null;
  isDefaultShipping: boolean;
  isDefaultBilling: boolean;
  /** False for an address that is only a billing address, not one of the customer's list. */
  listed: boolean;
  createdAt: string;
  updatedAt: string;
};
