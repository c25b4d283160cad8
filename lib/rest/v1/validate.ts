import type { z } from "zod";
import { DomainError } from "../../errors";

/**
 * The input as the schema makes it, or `invalid` with every failure in one sentence, in the words and the order of
 * class-validator: at each level unknown properties first, then the others as they are declared.
 */
export function check<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new DomainError("invalid", wordsOf(result.error.issues).join(", "));
}

type Issue = z.core.$ZodIssue;

function wordsOf(issues: readonly Issue[]): string[] {
  const ordered: Issue[] = [];
  for (const issue of issues) {
    const first =
      issue.code === "unrecognized_keys"
        ? ordered.findIndex((other) => startsWith(other.path, issue.path))
        : -1;
    ordered.splice(first < 0 ? ordered.length : first, 0, issue);
  }
  return ordered.flatMap(wording);
}

function wording(issue: Issue): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `property ${key.slice(0, 100)} should not exist`);
  if (issue.path.length === 0) return ["an unknown value was passed to the validate function"];
  return [issue.message];
}

function startsWith(path: readonly PropertyKey[], prefix: readonly PropertyKey[]): boolean {
  return prefix.every((key, index) => path[index] === key);
}
