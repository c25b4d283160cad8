import "server-only";
import type { Tx } from "../db";

type Flags = { isDefaultShipping?: boolean; isDefaultBilling?: boolean };

/** Another address gives up being a default that this one is to become. The customer's row is held already. */
export async function unsetDefaults(
  tx: Tx,
  customerId: string,
  { isDefaultShipping, isDefaultBilling }: Flags,
  exceptId = "",
): Promise<void> {
  const others = { customerId, deletedAt: null, id: { not: exceptId } };
  if (isDefaultShipping)
    await tx.customerAddress.updateMany({
      where: { ...others, isDefaultShipping: true },
      data: { isDefaultShipping: false },
    });
  if (isDefaultBilling)
    await tx.customerAddress.updateMany({
      where: { ...others, isDefaultBilling: true },
      data: { isDefaultBilling: false },
    });
}
