import { z } from "zod";

// Pieces of what is answered, alike in both generations.

/** A point in time as JavaScript writes it. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .meta({ format: "date-time", example: "2026-11-24T23:51:58.128Z" });

/** What the shop keeps on a record beside the fields, or null. */
export const freeData = z.record(z.string(), z.unknown()).nullable();

/** A page of rows under their name, and where it stands among all of them. */
export function pageOf<Rows extends z.ZodRawShape>(rows: Rows) {
  const count = z.int().min(0).max(2_147_483_647);
  return z.strictObject({ ...rows, count, offset: count, limit: count });
}

/** What every refusal but a 401 is. */
export const refusalShape = z
  .strictObject({ code: z.string().optional(), type: z.string(), message: z.string() })
  .meta({ id: "Refusal", example: { type: "invalid_data", message: "What is wrong, in words." } });

export const unauthorizedShape = z
  .strictObject({ type: z.literal("unauthorized").optional(), message: z.string() })
  .meta({ id: "Unauthorized", example: { message: "Unauthorized" } });
