"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { toListRow } from "@/components/customers/list/list-row";
import { adminAction } from "@/lib/actions/admin-action";
import { updateCustomer } from "@/lib/customers/customers";
import { EDITABLE_FIELDS } from "@/lib/customers/schema";

const fields = z.partialRecord(z.enum(EDITABLE_FIELDS), z.string().nullable());

/** Saves what was typed into a cell; every page shows it from then on. */
export const saveCell = adminAction({
  input: z.strictObject({ id: z.string(), values: fields, base: fields }),
  run: async (actor, { id, values, base }) => {
    const customer = await updateCustomer(actor, id, values, { base });
    revalidatePath("/", "layout");
    return toListRow(customer);
  },
});
