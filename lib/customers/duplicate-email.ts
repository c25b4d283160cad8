import "server-only";
import { uniqueViolation } from "../database-errors";
import { db } from "../db";
import { DomainError } from "../errors";
import { customerLabel, labelSelect } from "./label";

/**
 * The error as `duplicate` on `email` when a unique rule was violated, else null. Facts are
 * `{ noun, email, hasAccount, id?, label? }` of who has the address.
 */
export async function duplicateEmail(
  error: unknown,
  email: string | null | undefined,
  hasAccount: boolean,
): Promise<DomainError | null> {
  if (!uniqueViolation(error)) return null;
  const taken = email
    ? await db().customer.findFirst({
        where: { email, hasAccount, deletedAt: null },
        select: { id: true, ...labelSelect },
      })
    : null;
  const message = hasAccount
    ? "Another customer with an account already uses this e-mail."
    : "Another guest already uses this e-mail.";
  return new DomainError("duplicate", message, {
    fields: { email: message },
    facts: {
      noun: "customer",
      email,
      hasAccount,
      id: taken?.id,
      label: taken ? customerLabel(taken) : undefined,
    },
    cause: error,
  });
}
