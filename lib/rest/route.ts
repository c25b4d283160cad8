import "server-only";
import type { Context } from "hono";
import type { z } from "zod";
import { type Actor, may, type Right } from "../actor";
import type { LiveCustomerSession } from "../auth/customer-sessions";
import { type Caller, type CredentialOrder, findCaller } from "../auth/rest-guard";
import { findStoreCaller } from "../auth/store-guard";
import { databaseFault, isRetryable } from "../database-errors";
import { DomainError } from "../errors";
import { logUnforeseen } from "../log";
import { textFault } from "../text";
import { readBody } from "./body";
import type {
  CustomerCall,
  Declared,
  Dialect,
  OpenCall,
  Refusal,
  Route,
  SignedInCall,
} from "./dialect";
import { onceOf, strangerOf } from "./idempotency";
import { RequestFault } from "./request-fault";

export type RestEnv = { Variables: { allowedOrigin?: string | null } };

/** A route for callers with a valid credential and the right: `read` for GET, else `write`, unless told. */
export function route<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>({
  right,
  ...declared
}: Declared<Q, B> & {
  right?: Right;
  run: (call: SignedInCall<z.output<Q>, z.output<B>>) => Promise<Response>;
}): Route {
  return {
    ...declared,
    access: right ?? (declared.method === "GET" ? "read" : "write"),
  } as Route;
}

/** A route for customers of the shop, who may do there what concerns themselves. */
export function customerRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  declared: Declared<Q, B> & {
    run: (call: CustomerCall<z.output<Q>, z.output<B>>) => Promise<Response>;
  },
): Route {
  return { ...declared, access: "customer" } as unknown as Route;
}

/** A route that anybody may call. */
export function openRoute<
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  declared: Declared<Q, B> & {
    run: (call: OpenCall<z.output<Q>, z.output<B>>) => Promise<Response>;
  },
): Route {
  return { ...declared, access: "open" } as Route;
}

/** Who calls, or null. */
export function callerOf(c: Context<RestEnv>, order: CredentialOrder): Promise<Caller | null> {
  return findCaller(c.req.raw, order, c.get("allowedOrigin"));
}

/** How a route learns who calls, and what whoever it is not is told. */
export type Door = {
  findCaller: () => Promise<Caller | null>;
  unauthorized: () => Response;
};

/** Answers a request by this route of this dialect: the one door frame of the API. */
export async function answer(
  c: Context<RestEnv>,
  dialect: Dialect,
  route: Route,
  door: Door,
): Promise<Response> {
  try {
    const who = await admit(c, route.access, door);
    if (!who) return door.unauthorized();
    const open = await readCall(c, dialect, route);
    const input = [c.req.method, c.req.path, open.query, open.body];
    const scope = who.actor ? undefined : strangerOf(c.req.raw.headers, open.body);
    const once = route.method !== "GET" ? onceOf(c.req.raw.headers, input, scope) : undefined;
    const call = { ...open, once, ...who };
    const response = await route.run(call as SignedInCall<unknown, unknown>);
    if (once?.replayed) response.headers.set("idempotency-replayed", "true");
    return response;
  } catch (error) {
    return dialect.refuse(refusalOf(error), route.says);
  }
}

/** An error as a refusal; null, and a line in the log, for what no rule foresaw. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof DomainError || error instanceof RequestFault) return error;
  if (isRetryable(error)) return new DomainError("conflict", CONFLICTED, { cause: error });
  const fault = databaseFault(error);
  if (!fault) logUnforeseen("rest", error);
  return fault;
}

const CONFLICTED =
  "The request conflicted with another request. You may retry the request with the provided Idempotency-Key.";

/** What the route learns of who calls; null when it is for callers with a credential, and there is none. */
async function admit(
  c: Context<RestEnv>,
  access: Route["access"],
  door: Door,
): Promise<{ caller?: Caller; actor?: Actor; session?: LiveCustomerSession } | null> {
  if (access === "open") return {};
  if (access === "customer") return findStoreCaller(c.req.raw, c.get("allowedOrigin") ?? null);
  const caller = await door.findCaller();
  if (!caller) return null;
  if (!may(caller.actor, access)) throw forbidden();
  return { caller, actor: caller.actor };
}

async function readCall(
  c: Context<RestEnv>,
  dialect: Dialect,
  { body: bodySchema, query: querySchema }: Route,
): Promise<Omit<OpenCall<unknown, unknown>, "once">> {
  const request = c.req.raw;
  const params = c.req.param();
  if (Object.values(params).some((param) => textFault(param)))
    throw new RequestFault(400, "The path holds characters that no id can have.");
  const body = bodySchema && dialect.check(bodySchema, await readBody(request));
  const query =
    querySchema && dialect.check(querySchema, dialect.readQuery(new URL(request.url).search));
  return { request, allowedOrigin: c.get("allowedOrigin") ?? null, params, query, body };
}

function forbidden(): DomainError {
  return new DomainError(
    "forbidden",
    "This credential may look at everything here, but not change it.",
  );
}
