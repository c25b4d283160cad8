import "server-only";
import type { Actor } from "../actor";
import { randomToken, tokenHash } from "../auth/tokens";
import { change } from "../changes/change";
import { db } from "../db";
import { DomainError, notFound } from "../errors";
import { newId } from "../ids";
import { parse } from "../parse";
import { type ApiKey, newApiKeyInput } from "./schema";

/** All API tokens, the newest first; revoked ones stay in the list. Never the token itself. */
export async function listApiKeys(_actor: Actor): Promise<ApiKey[]> {
  return db().$queryRaw<ApiKey[]>`
    select k.id, k.title, k.access, k.redacted, k.created_by as "createdBy",
      coalesce(nullif(concat_ws(' ', a.first_name, a.last_name), ''), a.email) as "createdByName",
      a.deactivated_at is null as "makerActive", a.role as "makerRole",
      clientele_iso(k.created_at) as "createdAt", clientele_iso(k.last_used_at) as "lastUsedAt",
      clientele_iso(k.revoked_at) as "revokedAt", k.revoked_by as "revokedBy", clientele_iso(k.updated_at) as "updatedAt"
    from api_key k join admin a on a.id = k.created_by order by k.revoked_at is not null, k.created_at desc, k.id desc`;
}

/** A new token; `token` is in this one answer and nowhere else. Throws `invalid`, `forbidden`. */
export async function createApiKey(
  actor: Actor,
  input: unknown,
): Promise<{ id: string; token: string }> {
  const { title, access } = parse(newApiKeyInput, input);
  if (actor.kind !== "admin")
    throw new DomainError("forbidden", "Only a signed-in admin can make API tokens.");
  const token = `sk_${randomToken()}`;
  const id = newId("apk");
  await change(
    actor,
    { kind: "api_key.create", label: `Created the API token ${title}` },
    ({ tx }) =>
      tx.apiKey.create({
        data: {
          id,
          title,
          access,
          tokenHash: tokenHash(token),
          redacted: redact(token),
          createdBy: actor.id,
        },
        select: { id: true },
      }),
  );
  return { id, token };
}

/** Ends a token at once. Admins revoke their own, owners any. Throws `not_found`, `forbidden`. */
export async function revokeApiKey(actor: Actor, id: string): Promise<void> {
  await change(actor, { kind: "api_key.revoke", label: "Revoked an API token" }, async (open) => {
    const key = await open.tx.apiKey.findUnique({
      where: { id },
      select: { title: true, createdBy: true },
    });
    if (!key) throw notFound("API token", id);
    if (!mayRevoke(actor, key))
      throw new DomainError(
        "forbidden",
        "Only an owner may revoke a token that somebody else made.",
      );
    await open.tx
      .$executeRaw`update api_key set revoked_at = now(), revoked_by = ${actor.id} where id = ${id} and revoked_at is null`;
    open.label = `Revoked the API token ${key.title}`;
  });
}

/** True when it is one's own token, or one is an owner. */
export function mayRevoke(actor: Actor, key: Pick<ApiKey, "createdBy">): boolean {
  return key.createdBy === actor.id || actor.role === "owner";
}

/** `sk_abc***789`, as Medusa shows it. */
function redact(token: string): string {
  return `${token.slice(0, 6)}***${token.slice(-3)}`;
}
