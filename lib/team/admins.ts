import "server-only";
import type { Actor } from "../actor";
import { clearPasswordChecks, takePasswordCheck } from "../auth/limits";
import { hashPassword, verifyPassword } from "../auth/password";
import { requireStrongPassword } from "../auth/password-strength";
import { createSession, revokeSessionsOf, type Visitor } from "../auth/sessions";
import { change } from "../changes/change";
import { uniqueViolation } from "../database-errors";
import { db, type Tx } from "../db";
import { DomainError, invalidField, notFound, requireRight } from "../errors";
import { newId } from "../ids";
import { parse } from "../parse";
import { changePasswordInput, changeRoleInput, newAdminInput, type TeamMember } from "./schema";

/** Everybody who may or might sign in: active ones first, by name. */
export async function listAdmins(actor: Actor): Promise<TeamMember[]> {
  requireRight(actor, "read");
  return db().$queryRaw<TeamMember[]>`
    select a.id, a.email, a.first_name as "firstName", a.last_name as "lastName", a.role,
      clientele_iso(a.deactivated_at) as "deactivatedAt", clientele_iso(a.created_at) as "createdAt",
      (select clientele_iso(max(e.created_at)) from auth_event e where e.admin_id = a.id and e.kind = 'signed_in') as "lastSignInAt",
      (select count(*)::int from api_key k where k.created_by = a.id and k.revoked_at is null) as "apiKeys"
    from admin a order by a.deactivated_at is not null, clientele_fold(coalesce(a.first_name, a.email)), a.id`;
}

/**
 * A new admin with a first password. `requestKey` names one intent: a retry makes nobody twice.
 * Throws `invalid` with fields and `duplicate` on `email`.
 */
export async function createAdmin(
  actor: Actor,
  input: unknown,
  requestKey?: string,
): Promise<{ id: string }> {
  requireRight(actor, "team");
  const { password, ...fields } = parse(newAdminInput, input);
  requireStrongPassword(password, [fields.email, fields.firstName, fields.lastName ?? ""]);
  const passwordHash = await hashPassword(password);
  const about = {
    kind: "admin.create",
    label: `Added ${fields.firstName} to the team`,
    right: "team",
    // without the password: what is kept of a request is hashed fast
    once: requestKey ? { key: requestKey, input: fields } : undefined,
  } as const;
  try {
    return await change(actor, about, ({ tx }) => insertAdmin(tx, { ...fields, passwordHash }));
  } catch (error) {
    throw uniqueViolation(error) ? duplicateAdmin(error) : error;
  }
}

/** Writes the row of an admin inside an open change set; for set-up and provisioning too. */
export function insertAdmin(
  tx: Tx,
  admin: {
    email: string;
    firstName: string | null;
    lastName: string | null;
    role: string;
    passwordHash: string;
  },
  id = newId("usr"),
): Promise<{ id: string }> {
  return tx.admin.create({ data: { ...admin, id }, select: { id: true } });
}

/**
 * Ends an admin's access with the next request: sessions end, tokens they made stop working.
 * Throws `forbidden` for the last active owner and for oneself, `not_found`.
 */
export async function deactivateAdmin(actor: Actor, id: string): Promise<void> {
  if (actor.id === id)
    throw new DomainError("forbidden", "You cannot deactivate yourself; ask another owner.");
  await change(
    actor,
    { kind: "admin.deactivate", label: "Deactivated an admin", right: "team" },
    async (open) => {
      await lockOwners(open.tx);
      const admin = await open.tx.admin.findUnique({ where: { id }, select: { email: true } });
      if (!admin) throw notFound("admin", id);
      open.label = `Deactivated ${admin.email}`;
      const done = await open.tx
        .$executeRaw`update admin set deactivated_at = now() where id = ${id} and deactivated_at is null`;
      if (done === 0) return;
      await revokeSessionsOf(open.tx, id);
      await requireAnOwner(open.tx);
    },
  );
}

/** Lets a deactivated admin sign in again. Throws `not_found`. */
export async function reactivateAdmin(actor: Actor, id: string): Promise<void> {
  await change(
    actor,
    { kind: "admin.reactivate", label: "Reactivated an admin", right: "team" },
    async (open) => {
      const admin = await open.tx.admin.findUnique({ where: { id }, select: { email: true } });
      if (!admin) throw notFound("admin", id);
      await open.tx.admin.update({
        where: { id },
        data: { deactivatedAt: null },
        select: { id: true },
      });
      open.label = `Reactivated ${admin.email}`;
    },
  );
}

/** Gives an admin another role, from their next request on. Throws `forbidden` for the last active owner, `not_found`. */
export async function changeRole(actor: Actor, input: unknown): Promise<void> {
  const { id, role } = parse(changeRoleInput, input);
  await change(
    actor,
    { kind: "admin.role", label: "Changed a role", right: "team" },
    async (open) => {
      await lockOwners(open.tx);
      const admin = await open.tx.admin.findUnique({ where: { id }, select: { email: true } });
      if (!admin) throw notFound("admin", id);
      await open.tx.admin.update({ where: { id }, data: { role }, select: { id: true } });
      await requireAnOwner(open.tx);
      open.label = `Made ${admin.email} ${role === "viewer" ? "a" : "an"} ${role}`;
    },
  );
}

/**
 * Changes one's own password. All sessions of one's own end; the answer holds a new one for this browser.
 * Throws `invalid` on `current` for a wrong present password and on `password` for a weak new one, `limited`
 * after many wrong ones, `conflict` when it was changed elsewhere meanwhile.
 */
export async function changeOwnPassword(
  actor: Actor,
  input: unknown,
  visitor: Visitor,
): Promise<{ token: string }> {
  const { current, password } = parse(changePasswordInput, input);
  const me = await db().admin.findUnique({
    where: { id: actor.id },
    select: { email: true, firstName: true, lastName: true, passwordHash: true },
  });
  if (!me) throw notFound("admin", actor.id);
  requireStrongPassword(password, [me.email, me.firstName ?? "", me.lastName ?? ""]);
  await takePasswordCheck(actor.id);
  if (!(await verifyPassword(current, me.passwordHash)))
    throw invalidField("current", "This is not your present password.");
  await clearPasswordChecks(actor.id);
  const passwordHash = await hashPassword(password);
  return change(
    actor,
    { kind: "admin.password", label: "Changed their own password", right: "own" },
    ({ tx }) => replacePassword(tx, actor.id, me.passwordHash, passwordHash, visitor),
  );
}

async function replacePassword(
  tx: Tx,
  id: string,
  old: string,
  passwordHash: string,
  visitor: Visitor,
): Promise<{ token: string }> {
  const replaced = await tx.admin.updateMany({
    where: { id, passwordHash: old },
    data: { passwordHash },
  });
  if (replaced.count === 0)
    throw new DomainError("conflict", "Your password was changed elsewhere meanwhile.");
  const credentialVersion = await revokeSessionsOf(tx, id);
  const session = await createSession(tx, { id, credentialVersion }, "desk", visitor);
  if (!session) throw new DomainError("signed_out", "Your account has been deactivated.");
  return { token: session.token };
}

/** Owners in id order, locked: two owners who demote each other at once come one after the other. */
async function lockOwners(tx: Tx): Promise<void> {
  await tx.$queryRaw`select id from admin where role = 'owner' order by id for update`;
}

async function requireAnOwner(tx: Tx): Promise<void> {
  const owners = await tx.admin.count({ where: { role: "owner", deactivatedAt: null } });
  if (owners === 0)
    throw new DomainError(
      "forbidden",
      "The shop needs at least one active owner. Make somebody else an owner first.",
    );
}

export function duplicateAdmin(cause: unknown): DomainError {
  const message = "Somebody with this e-mail is already on the team.";
  return new DomainError("duplicate", message, { fields: { email: message }, cause });
}
