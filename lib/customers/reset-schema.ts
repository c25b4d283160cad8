import { z } from "zod";
import { customerPassword, customerPasswordInput } from "./schema";

/** What resetPassword takes. */
export const resetInput = z.strictObject({
  token: z.string().max(4000),
  password: customerPassword,
});

/** The form of our own page: a password as long as the desk asks for. */
export const resetFormInput = z.strictObject({
  email: z.string(),
  token: z.string(),
  password: customerPasswordInput.shape.password,
});
