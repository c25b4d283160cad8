import type { z } from "zod";
import { DomainError } from "../../errors";

export function check<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const words = result.error.issues.slice(0, 3).map((issue) => issue.message);
  throw new DomainError("invalid", `Invalid request: ${words.join("; ")}`);
}
