import { z } from "zod";
import { countryField } from "../country";
import { metadataField } from "../metadata";
import { optionalText } from "../text";

/** The parts of an address that people may set, defined once. */
export const addressFields = {
  addressName: optionalText(255),
  company: optionalText(255),
  firstName: optionalText(255),
  lastName: optionalText(255),
  address1: optionalText(255),
  address2: optionalText(255),
  city: optionalText(255),
  province: optionalText(255),
  postalCode: optionalText(255),
  countryCode: countryField,
  phone: optionalText(100),
};

/** An address without what it is to the customer. */
export const addressParts = z.strictObject({
  ...z.object(addressFields).partial().shape,
  metadata: metadataField.nullable().optional(),
});
export type AddressParts = z.output<typeof addressParts>;

const flags = { isDefaultShipping: z.boolean(), isDefaultBilling: z.boolean() };

/** What createAddress takes; all of it optional. */
export const addressInput = addressParts.extend(
  z.object({ ...flags, listed: z.boolean() }).partial().shape,
);

/** A patch: absent means untouched, null clears. `metadata` replaces, `mergeMetadata` merges one level ("" deletes a key). */
export const addressPatch = addressInput
  .omit({ listed: true })
  .extend({ mergeMetadata: metadataField.optional() });

export type AddressInput = z.input<typeof addressInput>;
export type AddressPatch = z.input<typeof addressPatch>;

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
  version: number;
  createdAt: string;
  updatedAt: string;
};
