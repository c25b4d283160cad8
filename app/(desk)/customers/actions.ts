"use server";

import { z } from "zod";
import { adminAction } from "@/lib/actions/admin-action";
import { updateCustomer } from "@/lib/customers/customers";
import { EDITABLE_FIELDS } from "@/lib/customers/schema";

const fields = z.partialRecord(z.enum(EDITABLE_FIELDS), z.string().nullable());

/** Saves what was changed in a cell, in place on the record, or in the form of all fields. */
export const saveCustomer = adminAction({
  input: z.strictObject({ id: z.string().min(1).max(100), patch: fields, base: fields }),
  run: (actor, { id, patch, base }) => updateCustomer(actor, id, patch, { base }),
});
