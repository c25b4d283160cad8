import "server-only";
import type { Actor } from "../actor";
import { change } from "../changes/change";
import type { Once } from "../changes/once";
import { databaseNow } from "../database-now";
import { textFault } from "../text";
import { refuseVersion } from "../version";
import { customerLabel, labelSelect } from "./label";

type Options = {
  /** The versions the deletion may start from; any, unless told. */
  versions?: readonly number[];
  once?: Once;
};

/**
 * Takes a customer away: out of lists and groups, with the addresses, the e-mail free again and every sign-in ended.
 * True when there was one. The rows stay, so that it can be undone. Throws `conflict` with facts `{ version }` when
 * the customer is at none of `versions`.
 */
export async function deleteCustomer(
  actor: Actor,
  id: string,
  options: Options = {},
): Promise<boolean> {
  const about = { kind: "customer.delete", label: "Deleted a customer", once: options.once };
  return change(actor, about, async (open) => {
    const { tx } = open;
    if (textFault(id)) return false;
    await tx.$queryRaw`select id from customer where id = ${id} for update`;
    const customer = await tx.customer.findFirst({
      where: { id, deletedAt: null },
      select: { version: true, ...labelSelect },
    });
    if (!customer) return false;
    refuseVersion("customer", customer, options.versions);
    open.label = `Deleted ${customerLabel(customer)}`;
    const deletedAt = await databaseNow(tx);
    await tx.customerGroupMember.deleteMany({ where: { customerId: id } });
    await tx.customerAddress.updateMany({
      where: { customerId: id, deletedAt: null },
      data: { deletedAt },
    });
    await tx.customer.update({ where: { id }, data: { deletedAt }, select: { id: true } });
    return true;
  });
}
