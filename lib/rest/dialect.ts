import type { z } from "zod";
import type { Actor, Right } from "../actor";
import type { LiveCustomerSession } from "../auth/customer-sessions";
import type { Caller } from "../auth/rest-guard";
import type { Once } from "../changes/once";
import type { DomainError, ErrorCode } from "../errors";
import type { Query } from "./qs";
import type { RequestFault } from "./request-fault";

export type Refusal = DomainError | RequestFault;

/** A route's own words for a broken rule, from the rule's facts; undefined leaves it to the dialect. */
export type Says = Partial<
  Record<ErrorCode, (facts: Record<string, unknown>) => string | undefined>
>;

export type OpenCall<Q, B> = {
  request: Request;
  /** The origin of a page elsewhere that may call this area, and does. */
  allowedOrigin: string | null;
  params: Record<string, string>;
  query: Q;
  body: B;
  /** Set on a write with an Idempotency-Key. */
  once?: Once;
};

export type SignedInCall<Q, B> = OpenCall<Q, B> & {
  actor: Actor;
  caller: Caller;
};

/** A call by a customer of the shop, about themselves. */
export type CustomerCall<Q, B> = OpenCall<Q, B> & {
  actor: Actor;
  session: LiveCustomerSession;
};

/** Status of a success → the schema of its JSON body as the client sees it; `text` and `empty` are no JSON. */
export type Answers = Partial<Record<200 | 201 | 204, z.ZodType | "text" | "empty">>;

export type Declared<Q extends z.ZodType, B extends z.ZodType> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Segments with a colon are parameters. */
  path: string;
  /** Without one the query (the body) is not looked at. */
  query?: Q;
  body?: B;
  says?: Says;
  /** Counts no other credential than a bearer token, whatever else comes along. */
  by?: "bearer";
  /** What it does, in one sentence for people. */
  summary?: string;
  /** The heading it stands under in the reference. */
  tag?: string;
  answers?: Answers;
  /** The answer carries the record's ETag; `checked`: and an `If-Match` is honoured. */
  versioned?: "given" | "checked";
};

/** A route as `route`, `customerRoute` or `openRoute` made it. */
export type Route = Declared<z.ZodType, z.ZodType> & {
  access: Right | "customer" | "open";
  run: (call: SignedInCall<unknown, unknown>) => Promise<Response>;
};

/** One generation of clients: its routes, and how it words what is wrong. */
export type Dialect = {
  routes: readonly Route[];
  readQuery: (search: string) => Query;
  /** The input as the schema makes it; throws `invalid` in the dialect's words. */
  check: <S extends z.ZodType>(schema: S, input: unknown) => z.output<S>;
  unauthorized: () => Response;
  /** Null is an error that no rule foresaw. */
  refuse: (refusal: Refusal | null, says?: Says) => Response;
};
