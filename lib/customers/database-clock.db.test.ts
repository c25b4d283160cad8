import { afterEach, expect, it, vi } from "vitest";
import { db } from "../db";
import { anAdmin } from "../testing/actors";
import { createAddress, deleteAddress } from "./address-edits";
import { createCustomer, updateCustomer } from "./customers";
import { deleteCustomer } from "./delete";

const YEARS_BEHIND = new Date("2001-01-01T00:00:00Z");

afterEach(() => vi.useRealTimers());

it("what is deleted bears the moment of the database's clock, whatever this machine's says", async () => {
  const actor = await anAdmin("owner");
  const parts = { address1: "1 Main St", city: "Bath" };
  const { id } = await createCustomer(actor, { firstName: "Ada" });
  const { id: address } = await createAddress(actor, id, parts);
  await updateCustomer(actor, id, { billingAddress: { parts } });
  vi.useFakeTimers({ toFake: ["Date"], now: YEARS_BEHIND });
  await updateCustomer(actor, id, { billingAddress: null });
  await deleteAddress(actor, id, address);
  await createAddress(actor, id, parts);
  await deleteCustomer(actor, id);
  vi.useRealTimers();
  const deleted = await db().customerAddress.findMany({
    where: { customerId: id },
    select: { deletedAt: true },
  });
  const { deletedAt } = await db().customer.findUniqueOrThrow({
    where: { id },
    select: { deletedAt: true },
  });
  const moments = [...deleted.map((row) => row.deletedAt), deletedAt];
  expect(moments).toHaveLength(4);
  for (const moment of moments) expect(moment?.getFullYear()).toBe(new Date().getFullYear());
});
