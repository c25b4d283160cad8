import "server-only";
import type { Actor } from "../actor";
import { db, type Tx } from "../db";
import { newId } from "../ids";
import type { Visitor } from "./sessions";
import { randomToken, tokenHash } from "./tokens";

export type CustomerSessionKind = "cookie" | "token";

/** Hours until a session ends whatever happens; Medusa's. */
const HOURS: Record<CustomerSessionKind, number> = { cookie: 10, token: 30 * 24 };

export type NewSession = { id: string; token: string; expiresAt: Date };
export type LiveCustomerSession = {
  id: string;
  kind: CustomerSessionKind;
  expiresAt: Date;
  customer: { id: string; email: string; firstName: string | null; lastName: string | null };
};

/**
 * Starts a session for a customer with an account and answers its token (256 bits; only a hash is stored). Null when
 * there is no such account any more, or when the hash that was checked is not its password's now: the row is held,
 * so that a password changed at this very moment ends this session too.
 */
export async function createCustomerSession(
  customer: { id: string; passwordHash: string },
  kind: CustomerSessionKind,
  visitor: Visitor,
): Promise<NewSession | null> {
  const [id, token] = [newId("cses"), randomToken()];
  const [row] = await db().$queryRaw<{ expiresAt: Date }[]>`
    with held as (
      select id from customer where id = ${customer.id} and has_account and deleted_at is null
        and password_hash = ${customer.passwordHash} for share)
    insert into customer_session (id, token_hash, customer_id, kind, address, user_agent, expires_at)
    select ${id}, ${tokenHash(token)}, held.id, ${kind}, ${visitor.address ?? null},
      ${visitor.userAgent?.slice(0, 300) ?? null}, now() + ${HOURS[kind]} * interval '1 hour'
    from held returning expires_at as "expiresAt"`;
  return row ? { id, token, expiresAt: row.expiresAt } : null;
}

/**
 * The session and its customer, when both are good at this moment: not revoked, not expired, the account there. What
 * ends a session (a new password, a deletion) has revoked its row: trigger `customer_end_sessions`.
 */
export async function findCustomerSession(
  token: string,
  kind: CustomerSessionKind,
): Promise<LiveCustomerSession | null> {
  const [row] = await db().$queryRaw<
    (LiveCustomerSession["customer"] & { sessionId: string; expiresAt: Date })[]
  >`
    select s.id as "sessionId", s.expires_at as "expiresAt", c.id, c.email, c.first_name as "firstName",
      c.last_name as "lastName"
    from customer_session s join customer c on c.id = s.customer_id
    where s.token_hash = ${tokenHash(token)} and s.kind = ${kind} and s.revoked_at is null
      and s.expires_at > now() and c.has_account and c.deleted_at is null`;
  if (!row) return null;
  const { sessionId, expiresAt, ...customer } = row;
  return { id: sessionId, kind, expiresAt, customer };
}

/** Ends one session at once. */
export async function revokeCustomerSession(id: string): Promise<void> {
  await db()
    .$executeRaw`update customer_session set revoked_at = now() where id = ${id} and revoked_at is null`;
}

/**
 * Before a customer changes their own password in this transaction: the session they do it with lives on, all
 * others end. Does nothing for anybody else.
 */
export async function keepOwnSession(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== "customer" || !actor.sessionId) return;
  await tx.$queryRaw`select set_config('clientele.keep_session', ${actor.sessionId}, true)`;
}

/** Before the same password gets a new hash in this transaction: all sessions live on. */
export async function keepSessions(tx: Tx): Promise<void> {
  await tx.$queryRaw`select set_config('clientele.keep_session', '*', true)`;
}
