import "server-only";
import type { Actor } from "../actor";
import { randomToken, tokenHash } from "../auth/tokens";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { db, type Tx } from "../db";
import { DomainError, notFound, requireRight } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { newId } from "../ids";
import { parse } from "../parse";
import { type ApiKey, newApiKeyInput, renameApiKeyInput } from "./schema";

const KEYS = Prisma.sql`
  select k.id, k.title, k.access, k.redacted, k.created_by as "createdBy",
    coalesce(nullif(concat_ws(' ', a.first_name, a.last_name), ''), a.email) as "createdByName",
    a.deactivated_at is null as "makerActive", a.role as "makerRole",
    clientele_iso(k.created_at) as "createdAt", clientele_iso(k.last_used_at) as "lastUsedAt",
    clientele_iso(k.revoked_at) as "revokedAt", k.revoked_by as "revokedBy", clientele_iso(k.updated_at) as "updatedAt"
  from api_key k join admin a on a.id = k.created_by`;

/** All API tokens, the newest first; revoked ones stay in the list. Never the token itself. */
export async function listApiKeys(actor: Actor): Promise<ApiKey[]> {
  requireRight(actor, "read");
  return db().$queryRaw<ApiKey[]>`
    ${KEYS} order by k.revoked_at is not null, k.created_at desc, k.id desc`;
}

/** One API token. Throws `not_found`. */
export async function getApiKey(actor: Actor, id: string): Promise<ApiKey> {
  requireRight(actor, "read");
  const [key] = await db().$queryRaw<ApiKey[]>`${KEYS} where k.id = ${id}`;
  if (!key) throw notFound("API token", id);
  return key;
}

/**
 * A new token; `token` is in this one answer and nowhere else, so that a retry with the same key has it empty.
 * Throws `invalid`, `forbidden`.
 */
export async function createApiKey(
  actor: Actor,
  input: unknown,
  once?: Once,
): Promise<{ id: string; token: string }> {
  const { title, access } = parse(newApiKeyInput, input);
  if (actor.kind !== "admin")
    throw new DomainError("forbidden", "Only a signed-in admin can make API tokens.");
  const token = `sk_${randomToken()}`;
  const { id } = await change(
    actor,
    { kind: "api_key.create", label: `Created the API token ${title}`, once },
    ({ tx }) =>
      tx.apiKey.create({
        data: {
          id: newId("apk"),
          title,
          access,
          tokenHash: tokenHash(token),
          redacted: redact(token),
          createdBy: actor.id,
        },
        select: { id: true },
      }),
  );
  return { id, token: once?.replayed ? "" : token };
}

/** Gives a token another title. Admins rename their own, owners any. Throws `invalid`, `not_found`, `forbidden`. */
export async function renameApiKey(actor: Actor, input: unknown, once?: Once): Promise<void> {
  const { id, title } = parse(renameApiKeyInput, input);
  const about = { kind: "api_key.rename", label: `Renamed an API token to ${title}`, once };
  await change(actor, about, async ({ tx }) => {
    await requireOwn(tx, actor, id, "rename");
    await tx.$executeRaw`update api_key set title = ${title} where id = ${id} and title <> ${title}`;
  });
}

/** Ends a token at once. Admins revoke their own, owners any. Throws `not_found`, `forbidden`. */
export async function revokeApiKey(actor: Actor, id: string, once?: Once): Promise<void> {
  const about = { kind: "api_key.revoke", label: "Revoked an API token", once };
  await change(actor, about, async (open) => {
    const { title } = await requireOwn(open.tx, actor, id, "revoke");
    await open.tx
      .$executeRaw`update api_key set revoked_at = now(), revoked_by = ${actor.id} where id = ${id} and revoked_at is null`;
    open.label = `Revoked the API token ${title}`;
  });
}

/**
 * Takes a revoked token out of the list; what was done with it stays in the history. One that is gone already is
 * no fault. Throws `forbidden`, and `invalid` for a token that still works.
 */
export async function deleteApiKey(actor: Actor, id: string, once?: Once): Promise<void> {
  const about = { kind: "api_key.delete", label: "Deleted an API token", once };
  await change(actor, about, async (open) => {
    const key = await findKey(open.tx, id);
    if (!key) return;
    refuseForeign(actor, key, "delete");
    if (!key.revokedAt)
      throw new DomainError("invalid", "Revoke a token before you delete it.", { facts: { id } });
    await open.tx.apiKey.deleteMany({ where: { id, revokedAt: { not: null } } });
    open.label = `Deleted the API token ${key.title}`;
  });
}

/** True when it is one's own token, or one is an owner. */
export function mayRevoke(actor: Actor, key: Pick<ApiKey, "createdBy">): boolean {
  return key.createdBy === actor.id || actor.role === "owner";
}

function findKey(tx: Tx, id: string) {
  const select = { title: true, createdBy: true, revokedAt: true };
  return tx.apiKey.findUnique({ where: { id }, select });
}

async function requireOwn(tx: Tx, actor: Actor, id: string, verb: string) {
  const key = await findKey(tx, id);
  if (!key) throw notFound("API token", id);
  refuseForeign(actor, key, verb);
  return key;
}

function refuseForeign(actor: Actor, key: { createdBy: string }, verb: string): void {
  if (mayRevoke(actor, key)) return;
  throw new DomainError("forbidden", `Only an owner may ${verb} a token that somebody else made.`);
}

/** `sk_abc***789`, as Medusa shows it. */
function redact(token: string): string {
  return `${token.slice(0, 6)}***${token.slice(-3)}`;
}
