import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { textFault } from "../text";
import { customerLabel } from "./label";

/**
 * Deletes a customer and their addresses: out of every list and group, the e-mail free again, the sign-ins ended. The
 * rows stay, with the day, so that the change can be undone. True when there was one.
 */
export async function deleteCustomer(
  actor: Actor,
  id: string,
  options: { once?: Once } = {},
): Promise<boolean> {
  const about = { kind: "customer.delete", label: "Deleted a customer", once: options.once };
  return change(actor, about, async (open) => {
    if (textFault(id)) return false;
    const { tx } = open;
    await tx.$queryRaw`select id from customer where id = ${id} for update`;
    const customer = await tx.customer.findFirst({
      where: { id, deletedAt: null },
      select: { firstName: true, lastName: true, companyName: true, email: true, phone: true },
    });
    if (!customer) return false;
    open.label = `Deleted ${customerLabel(customer)}`;
    await tx.$executeRaw`
      update customer_address set deleted_at = now() where customer_id = ${id} and deleted_at is null`;
    await tx.$executeRaw`update customer set deleted_at = now() where id = ${id}`;
    return true;
  });
}
