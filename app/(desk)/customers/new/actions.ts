"use server";

import { z } from "zod";
import { adminAction } from "@/lib/actions/admin-action";
import { createCustomer, findByEmail } from "@/lib/customers/customers";
import { customerLabel } from "@/lib/customers/label";
import { customerFormInput } from "@/lib/customers/schema";
import { emailField } from "@/lib/email";

export const addCustomer = adminAction({
  input: customerFormInput,
  run: (actor, input, key) => {
    // no password, not even its hash, is kept with the request
    const { password, ...rest } = input;
    const once = key ? { key, input: { ...rest, isAccount: password !== undefined } } : undefined;
    return createCustomer(actor, input, { once });
  },
});

export const findEmailInUse = adminAction({
  right: "read",
  input: z.strictObject({ email: emailField }),
  run: async (actor, { email }) =>
    (await findByEmail(actor, email)).map((customer) => ({
      id: customer.id,
      label: customerLabel(customer),
      hasAccount: customer.hasAccount,
    })),
});
