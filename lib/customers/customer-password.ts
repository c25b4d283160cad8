import "server-only";
import type { Actor } from "../actor";
import { hashInTurn } from "../auth/customer-turns";
import { change } from "../changes/change";
import { invalidField, requireRight } from "../errors";
import { parse } from "../parse";
import { customerSelect, toCustomer } from "./columns";
import { duplicateEmail } from "./duplicate-email";
import { customerLabel } from "./label";
import { lockCustomer } from "./lock";
import { groupsOf } from "./membership";
import type { CustomerRow } from "./schema";
import { updateCustomerInput } from "./write-schema";

/**
 * Gives the customer a new password. A guest becomes an account by it. Throws `not_found`, `invalid`,
 * and `duplicate` when an account with the same e-mail is there already.
 */
export async function setCustomerPassword(
  actor: Actor,
  id: string,
  input: unknown,
): Promise<CustomerRow> {
  requireRight(actor, "write");
  const { password } = parse(updateCustomerInput.pick({ password: true }).required(), input);
  const passwordHash = await hashInTurn(actor, password);
  let email: string | null = null;
  try {
    return await change(
      actor,
      { kind: "customer.password", label: "Set a password" },
      async (open) => {
        const { tx } = open;
        const now = await lockCustomer(tx, id);
        email = now.email;
        if (!now.email)
          throw invalidField(
            "password",
            "Give this customer an e-mail address first: it is the sign-in name.",
          );
        const row = await tx.customer.update({
          where: { id },
          data: { passwordHash, hasAccount: true },
          select: customerSelect,
        });
        const customer = toCustomer(row);
        open.label = `Set a password for ${customerLabel(customer)}`;
        return { ...customer, groups: await groupsOf(tx, id) };
      },
    );
  } catch (error) {
    throw (await duplicateEmail(error, email, true)) ?? error;
  }
}
