import "server-only";
import type { Actor, Role } from "../actor";
import { db } from "../db";
import { notFound, requireRight } from "../errors";

export type Account = {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  role: Role;
  metadata: Record<string, unknown> | null;
  createdAt: string;
  updatedAt: string;
};

/** An admin's own record. Throws `not_found`. */
export async function getAccount(actor: Actor, id: string): Promise<Account> {
  requireRight(actor, "read");
  const [account] = await db().$queryRaw<Account[]>`
    select id, email, first_name as "firstName", last_name as "lastName", role, metadata,
      clientele_iso(created_at) as "createdAt", clientele_iso(updated_at) as "updatedAt"
    from admin where id = ${id}`;
  if (!account) throw notFound("admin", id);
  return account;
}
