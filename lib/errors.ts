import type { FieldConflict } from "./action-result";
import { type Actor, may, type Right } from "./actor";

/** Every way in which a rule can refuse; each door has one table from code to its own answer. */
export type ErrorCode =
  | "invalid"
  | "not_found"
  | "duplicate"
  | "conflict"
  | "forbidden"
  | "signed_out"
  | "limited"
  | "busy"
  | "unavailable";

type Extra = {
  /** Field → message, for a form. */
  fields?: Record<string, string>;
  /** Fields that somebody else changed meanwhile. */
  conflict?: FieldConflict[];
  /** Facts a door may word in its own way, such as `{ noun, id }` or `{ email, hasAccount }`. */
  facts?: Record<string, unknown>;
  /** Seconds to wait before trying again. */
  retryAfter?: number;
  cause?: unknown;
};

/** A broken rule. The message is written for people and holds no secret. */
export class DomainError extends Error {
  readonly fields?: Record<string, string>;
  readonly conflict?: FieldConflict[];
  readonly facts?: Record<string, unknown>;
  readonly retryAfter?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    extra: Extra = {},
  ) {
    super(message, { cause: extra.cause });
    this.name = "DomainError";
    this.fields = extra.fields;
    this.conflict = extra.conflict;
    this.facts = extra.facts;
    this.retryAfter = extra.retryAfter;
  }
}

/** One wrong field of an input: `invalid` with its message on the field. */
export function invalidField(field: string, message: string): DomainError {
  return new DomainError("invalid", message, { fields: { [field]: message } });
}

/** A record that is not there; `facts` is `{ noun, id }`. */
export function notFound(noun: string, id: string): DomainError {
  return new DomainError("not_found", `This ${noun} does not exist (any more).`, {
    facts: { noun, id },
  });
}

/** Somebody is signed in who may not do this. */
export function lacksRight(right: Right): DomainError {
  return new DomainError("forbidden", LACKS[right]);
}

const LACKS: Record<Right, string> = {
  read: "You may not look at this.",
  own: "You may look at everything here, but not change this.",
  write: "You may look at everything here, but not change this.",
  team: "Only an owner may change the team.",
};

/** Throws `forbidden` unless this actor has the right. A room asks so before it reads, and before it works for long. */
export function requireRight(actor: Actor, right: Right): void {
  if (!may(actor, right)) throw lacksRight(right);
}
