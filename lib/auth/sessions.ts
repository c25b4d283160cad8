import "server-only";
import type { Role } from "../actor";
import { db, type Tx } from "../db";
import { env } from "../env";
import { newId } from "../ids";
import { randomToken, tokenHash } from "./tokens";

export type SessionKind = "desk" | "v1_cookie" | "v1_token" | "v2_cookie" | "v2_token";

/** Hours until a session ends whatever happens; the API's are Medusa's. */
const HOURS: Record<SessionKind, number> = {
  desk: 12,
  v1_cookie: 10,
  v1_token: 24,
  v2_cookie: 10,
  v2_token: 24,
};

export type Visitor = { address?: string; userAgent?: string };
export type LiveSession = {
  id: string;
  kind: SessionKind;
  /** It took the place of one of the other client generation in its browser, and serves the clients of both. */
  shared: boolean;
  startedAt: Date;
  expiresAt: Date;
  credentialVersion: number;
  admin: {
    id: string;
    email: string;
    firstName: string | null;
    lastName: string | null;
    role: Role;
  };
};

/**
 * Starts a session for an admin and answers its token (256 bits; only a hash is stored). Null when the admin is
 * not active, or when the password that was checked is not theirs any more.
 */
export async function createSession(
  on: Tx,
  admin: { id: string; credentialVersion: number },
  kind: SessionKind,
  visitor: Visitor,
): Promise<{ id: string; token: string; expiresAt: Date } | null> {
  const [id, token] = [newId("ses"), randomToken()];
  const [row] = await on.$queryRaw<{ expiresAt: Date }[]>`
    insert into admin_session (id, token_hash, admin_id, kind, credential_version, address, user_agent, expires_at)
    select ${id}, ${tokenHash(token)}, a.id, ${kind}, a.credential_version, ${visitor.address ?? null},
      ${visitor.userAgent?.slice(0, 300) ?? null}, now() + ${HOURS[kind]} * interval '1 hour'
    from admin a
    where a.id = ${admin.id} and a.deactivated_at is null and a.credential_version = ${admin.credentialVersion}
    returning expires_at as "expiresAt"`;
  return row ? { id, token, expiresAt: row.expiresAt } : null;
}

/**
 * The session and its admin, when both are still good at this moment: not revoked, not expired, not idle too long
 * (desk only), admin active, credentials unchanged. One indexed query; by the database's clock.
 */
export async function findSession(
  token: string,
  kinds: SessionKind[],
): Promise<LiveSession | null> {
  const idle = env().CLIENTELE_IDLE_MINUTES;
  const [row] = await db().$queryRaw<
    (Omit<LiveSession, "id" | "admin"> &
      LiveSession["admin"] & { sessionId: string; stale: boolean })[]
  >`
    select s.id as "sessionId", s.kind, s.shared, s.created_at as "startedAt", s.expires_at as "expiresAt",
      s.credential_version as "credentialVersion", s.last_seen_at < now() - interval '1 minute' as stale,
      a.id, a.email, a.first_name as "firstName", a.last_name as "lastName", a.role
    from admin_session s join admin a on a.id = s.admin_id
    where s.token_hash = ${tokenHash(token)} and s.kind = any(${kinds})
      and s.revoked_at is null and s.expires_at > now() and a.deactivated_at is null
      and s.credential_version = a.credential_version
      and (s.kind <> 'desk' or s.last_seen_at > now() - ${idle} * interval '1 minute')`;
  if (!row) return null;
  const { sessionId, stale, kind, shared, startedAt, expiresAt, credentialVersion, ...admin } = row;
  if (stale)
    await db().$executeRaw`update admin_session set last_seen_at = now() where id = ${sessionId}`;
  return { id: sessionId, kind, shared, startedAt, expiresAt, credentialVersion, admin };
}

/** Lets a browser's new session take the place of the one it came with, whose clients it serves from now on too. */
export async function replaceSession(
  old: Pick<LiveSession, "id" | "kind" | "shared">,
  next: Pick<LiveSession, "id" | "kind">,
): Promise<void> {
  await revokeSession(old.id);
  if (old.shared || old.kind !== next.kind)
    await db().$executeRaw`update admin_session set shared = true where id = ${next.id}`;
}

/** Ends one session at once. */
export async function revokeSession(id: string): Promise<void> {
  await db()
    .$executeRaw`update admin_session set revoked_at = now() where id = ${id} and revoked_at is null`;
}

/**
 * Ends every session of an admin, and any that is being started this very moment with the credentials of before.
 * Runs in the caller's transaction; answers the version that new sessions need.
 */
export async function revokeSessionsOf(tx: Tx, adminId: string): Promise<number> {
  const { credentialVersion } = await tx.admin.update({
    where: { id: adminId },
    data: { credentialVersion: { increment: 1 } },
    select: { credentialVersion: true },
  });
  await tx.$executeRaw`update admin_session set revoked_at = now()
    where admin_id = ${adminId} and revoked_at is null`;
  return credentialVersion;
}
