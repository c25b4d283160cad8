import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "./actor";
import { hashPassword } from "./auth/password";
import { newCustomer } from "./auth/store-guard";
import { customerDoers, customerTimeline } from "./changes/timeline";
import {
  createCustomer,
  findByEmail,
  setCustomerPassword,
  updateCustomer,
} from "./customers/customers";
import { listGroupsOf } from "./customers/groups-of";
import { countCustomers, listCustomers } from "./customers/list";
import { listMembersOf } from "./customers/members-of";
import { databaseVersion } from "./database-version";
import { findGroup, getGroup } from "./groups/groups";
import { findGroupNames, groupNamesOf, listGroups } from "./groups/list";
import { listOutbox } from "./mail/outbox";
import { getAccount } from "./team/account";
import { createAdmin, listAdmins } from "./team/admins";
import { getApiKey, listApiKeys } from "./team/api-keys";
import { anAdmin } from "./testing/actors";

vi.mock("./auth/password", { spy: true });
beforeEach(() => {
  vi.mocked(hashPassword).mockClear();
});

const password = "plum-violet-kettle-orbit";
const FIRST = { limit: 1, offset: 0, order: { field: "id", descending: false } } as const;

/** Every read of a room that is about more than one customer. */
const READS: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
  listCustomers: (actor) => listCustomers(actor, { ...FIRST }),
  countCustomers: (actor) => countCustomers(actor),
  findByEmail: (actor) => findByEmail(actor, "ada@example.com"),
  listGroupsOf: (actor, id) => listGroupsOf(actor, [id]),
  listMembersOf: (actor) => listMembersOf(actor, ["cgrp_1"], 1),
  customerTimeline: (actor, id) => customerTimeline(actor, id, { limit: 1 }),
  customerDoers: (actor, id) => customerDoers(actor, id),
  listGroups: (actor) => listGroups(actor, { ...FIRST }),
  groupNamesOf: (actor) => groupNamesOf(actor, ["cgrp_none"]),
  findGroupNames: (actor) => findGroupNames(actor, "", 1),
  findGroup: (actor) => findGroup(actor, "cgrp_1"),
  getGroup: (actor) => getGroup(actor, "cgrp_1"),
  listAdmins: (actor) => listAdmins(actor),
  listApiKeys: (actor) => listApiKeys(actor),
  getApiKey: (actor) => getApiKey(actor, "key_1"),
  getAccount: (actor) => getAccount(actor, "usr_1"),
  listOutbox: (actor) => listOutbox(actor),
  databaseVersion: (actor) => databaseVersion(actor),
};

describe("a customer's actor", () => {
  it.each(Object.entries(READS))("is refused by %s, which a viewer may", async (_name, read) => {
    const customer = newCustomer({ email: "ada@example.com" });
    await expect(read(customer, customer.id)).rejects.toMatchObject({ code: "forbidden" });
    const viewer = await anAdmin("viewer");
    await read(viewer, customer.id).catch((error) => expect(error.code).toBe("not_found"));
  });
});

describe("whoever may not", () => {
  it.each<[string, (actor: Actor) => Promise<unknown>]>([
    ["create", (actor) => createCustomer(actor, { email: "ada@example.com", password })],
    ["update", (actor) => updateCustomer(actor, "cus_1", { password })],
    ["set a password", (actor) => setCustomerPassword(actor, "cus_1", { password })],
    [
      "add an admin",
      (actor) =>
        createAdmin(actor, {
          email: "ada@example.com",
          firstName: "Ada",
          lastName: null,
          role: "admin",
          password,
        }),
    ],
  ])("%s is refused before a password is hashed", async (_what, write) => {
    const viewer = await anAdmin("viewer");
    await expect(write(viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(hashPassword).not.toHaveBeenCalled();
  });
});

it("an id that no customer can have is not found, in an edit too", async () => {
  const owner = await anAdmin("owner");
  for (const id of ["cus_\u0000", "\ud800"]) {
    const edit = updateCustomer(owner, id, { firstName: "Ada" });
    await expect(edit).rejects.toMatchObject({ code: "not_found" });
    const setting = setCustomerPassword(owner, id, { password });
    await expect(setting).rejects.toMatchObject({ code: "not_found" });
  }
});
