import type { z } from "zod";
import { DomainError } from "./errors";

/**
 * The input in its normal form, or `invalid` with one message for each wrong field.
 * Nested paths are joined by dots.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    for (const key of keys)
      fields[key] ??=
        issue.code === "unrecognized_keys" ? "There is no such field." : issue.message;
  }
  throw new DomainError("invalid", "Some fields need another look.", { fields });
}
