import "server-only";
import { db } from "../db";
import { env } from "../env";
import { keyed } from "./tokens";

export type AuthEventKind =
  | "signed_in"
  | "sign_in_failed"
  | "sign_in_locked"
  | "signed_out"
  | "signed_up"
  | "password_reset"
  | "set_up";

/** Notes who came and went. Of an unknown address only a keyed hash is kept. */
export async function recordAuthEvent(
  kind: AuthEventKind,
  about: {
    adminId?: string;
    customerId?: string;
    subject?: string;
    address?: string;
    userAgent?: string;
  },
): Promise<void> {
  await db().authEvent.create({
    data: {
      kind,
      adminId: about.adminId ?? null,
      customerId: about.customerId ?? null,
      subject: about.subject
        ? keyed(env().AUTH_SECRET, `subject:${about.subject}`).slice(0, 16)
        : null,
      address: about.address ?? null,
      userAgent: about.userAgent?.slice(0, 300) ?? null,
    },
  });
}
