import type { z } from "zod";
import { DomainError } from "../../errors";

const MOST_PROBLEMS = 3;
const LONGEST = 100;

/** The input as the schema makes it, or `invalid` with at most three problems in one sentence, in v2's words. */
export function check<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalidRequest(result.error.issues.slice(0, MOST_PROBLEMS).map(wording));
}

/** What a request is refused with that is wrong in these ways. */
export function invalidRequest(problems: string[]): DomainError {
  return new DomainError("invalid", `Invalid request: ${problems.join("; ")}`);
}

/** `Expected type: 'number' for field 'limit', got: 'x'`. */
export function expected(type: string, path: readonly PropertyKey[], input: unknown): string {
  return `Expected type: '${type}' for field '${fieldOf(path)}', got: '${shown(input)}'`;
}

/** `Unrecognized fields: 'foo, bar'`. */
export function unrecognized(keys: readonly string[]): string {
  const names = keys.slice(0, 20).map((key) => key.slice(0, LONGEST));
  return `Unrecognized fields: '${names.join(", ")}'`;
}

type Issue = z.core.$ZodIssue;

function wording(whole: Issue): string {
  const issue = nearest(whole);
  if (issue.code === "unrecognized_keys") return unrecognized(issue.keys);
  const types = typesOf(issue);
  if (types.length === 0) return issue.message;
  if (issue.input === undefined && issue.path.length > 0)
    return `Field '${fieldOf(issue.path)}' is required`;
  return issue.code === "invalid_value"
    ? `Expected: '${types.join(", ")}' for field '${fieldOf(issue.path)}', but got: '${shown(issue.input)}'`
    : expected(types.join(", "), issue.path, issue.input);
}

/** Of alternatives the one that was meant: whose kind of value it is, and which then fails inside. */
function nearest(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const meant = issue.errors.find((parts) => parts.every(isInside))?.[0];
  return meant ? nearest({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

function isInside({ code, path }: Issue): boolean {
  return path.length > 0 || code !== "invalid_type";
}

/** What would have been right, where the problem is one of type; a rule with its own words has none. */
function typesOf(issue: Issue): string[] {
  if (issue.code === "invalid_type") return [RENAMED[issue.expected] ?? issue.expected];
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "custom" && issue.params?.type) return [String(issue.params.type)];
  if (issue.code === "invalid_union") return [...new Set(issue.errors.flat().flatMap(typesOf))];
  return [];
}

const RENAMED: Record<string, string> = { record: "object" };

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(", ").slice(0, LONGEST);
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return "array";
  return (typeof input === "object" && input !== null ? "object" : String(input)).slice(0, LONGEST);
}
