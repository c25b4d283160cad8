import { z } from "zod";
import { metadataField } from "../metadata";
import { addressParts } from "./address-schema";
import { customerFields, customerPassword, groupIds } from "./schema";

/** What createCustomer takes. A password makes an account, none makes a guest. */
export const createCustomerInput = z.strictObject({
  ...z.object(customerFields).partial().shape,
  password: customerPassword.optional(),
  metadata: metadataField.nullable().optional(),
  groupIds: groupIds.optional(),
});

/** A patch: absent means untouched, null clears. `metadata` replaces, `mergeMetadata` merges one level ("" deletes a key). */
export const updateCustomerInput = z.strictObject({
  ...z.object(customerFields).partial().shape,
  password: customerPassword.optional(),
  metadata: metadataField.nullable().optional(),
  mergeMetadata: metadataField.optional(),
  groupIds: groupIds.optional(),
  /** One of the customer's addresses, a new one beside the list of addresses, or none. */
  billingAddress: z
    .strictObject({ id: z.string().min(1).max(100), parts: addressParts })
    .partial()
    .nullable()
    .optional(),
});

export type CreateCustomer = z.output<typeof createCustomerInput>;
export type UpdateCustomer = z.output<typeof updateCustomerInput>;
