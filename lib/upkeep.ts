import "server-only";
import { db } from "./db";
import { logUnforeseen } from "./log";

const EVERY = 30_000;

/** Small chores of this process, every half minute: fold the counters, forget what has expired. */
export function startUpkeep(): void {
  const timer = setInterval(() => chores().catch((error) => logUnforeseen("upkeep", error)), EVERY);
  timer.unref();
}

/** One round; safe to run on several instances at once. */
export async function chores(): Promise<void> {
  await db().$queryRaw`select clientele_fold_counts()`;
  await db().$executeRaw`delete from request_key where created_at < now() - interval '24 hours'`;
  await db().$executeRaw`delete from attempt_limit where window_end < now() - interval '1 day'`;
  await db().$executeRaw`delete from admin_session where expires_at < now() - interval '30 days'`;
  await db().$executeRaw`delete from customer_session where expires_at < now() - interval '7 days'`;
  await db().$executeRaw`delete from admin_reset where expires_at < now()`;
  await db().$executeRaw`delete from outbox_mail where expires_at < now() - interval '7 days'`;
}
