import { beforeAll, expect, it } from "vitest";
import type { Actor } from "../actor";
import { createCustomerSession, findCustomerSession } from "../auth/customer-sessions";
import { db } from "../db";
import { createGroup, findGroup } from "../groups/groups";
import { allChanges, anAdmin } from "../testing/actors";
import { createAddress } from "./address-edits";
import { createCustomer, findCustomer } from "./customers";
import { deleteCustomer } from "./delete";
import { listCustomers } from "./list";
import { changeMembers } from "./membership";

let actor: Actor;
let serial = 0;
beforeAll(async () => {
  process.env.CLIENTELE_POOL_SIZE = "30";
  actor = await anAdmin();
});
const someone = (fields: Record<string, unknown> = {}) =>
  createCustomer(actor, { email: `d${++serial}@example.com`, firstName: "Dee", ...fields });

it("takes the customer out of lists and groups, with the addresses, and says so in the history", async () => {
  const group = await createGroup(actor, { name: "Before" });
  const { id, email } = await someone({ groupIds: [group.id] });
  await createAddress(actor, id, { city: "Bern", isDefaultBilling: true });
  expect(await deleteCustomer(actor, id)).toBe(true);
  expect(await findCustomer(actor, id)).toBeNull();
  const order = { field: "id", descending: false } as const;
  const page = await listCustomers(actor, { q: email ?? "", order, limit: 10, offset: 0 });
  expect([page.customers, page.count]).toEqual([[], 0]);
  expect((await findGroup(actor, group.id))?.members).toBe(0);
  expect(await db().customerAddress.count({ where: { customerId: id, deletedAt: null } })).toBe(0);
  expect((await allChanges())[0]).toMatchObject({
    kind: "customer.delete",
    label: "Deleted Dee",
    rows: 3,
  });
  await expect(changeMembers(actor, group.id, { add: [id] })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("frees the e-mail and ends the sign-ins", async () => {
  const { id, email } = await someone({ password: "a long password" });
  const { passwordHash } = await db().customer.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  });
  const session = await createCustomerSession(
    { id, passwordHash: passwordHash ?? "" },
    "token",
    {},
  );
  const token = session?.token ?? "";
  expect(await findCustomerSession(token, "token")).not.toBeNull();
  await deleteCustomer(actor, id);
  expect(await findCustomerSession(token, "token")).toBeNull();
  const next = await createCustomer(actor, { email, password: "another password" });
  expect(next.id).not.toBe(id);
});

it("happens once when twenty do it at once, and is no error after that", async () => {
  const { id } = await someone();
  const all = await Promise.all(Array.from({ length: 20 }, () => deleteCustomer(actor, id)));
  expect(all.filter(Boolean)).toHaveLength(1);
  for (const nobody of ["cus_none", "\u0000"])
    expect(await deleteCustomer(actor, nobody)).toBe(false);
});

it("is refused to a viewer", async () => {
  const { id } = await someone();
  await expect(deleteCustomer(await anAdmin("viewer"), id)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await findCustomer(actor, id)).not.toBeNull();
});
