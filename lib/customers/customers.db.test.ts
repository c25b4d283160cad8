import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { db } from "../db";
import { createGroup, deleteGroup } from "../groups/groups";
import { allChanges, anAdmin } from "../testing/actors";
import {
  createCustomer,
  findByEmail,
  getCustomer,
  setCustomerPassword,
  updateCustomer,
} from "./customers";

let actor: Actor;
beforeAll(async () => {
  actor = await anAdmin();
});
const email = () => `c${Math.random().toString(36).slice(2)}@example.com`;

describe("createCustomer", () => {
  it("makes an account with a password and a guest without", async () => {
    const account = await createCustomer(actor, { email: email(), password: "correct horse" });
    const guest = await createCustomer(actor, { email: email() });
    expect([account.hasAccount, guest.hasAccount]).toEqual([true, false]);
    expect(JSON.stringify(account)).not.toContain("argon2");
    const row = await db().customer.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  it("refuses the same e-mail in another spelling and names the field and the customer", async () => {
    const first = await createCustomer(actor, { email: "anna.berg@example.com" });
    const again = createCustomer(actor, { email: " Anna.Berg@Example.COM\u00a0" });
    await expect(again).rejects.toMatchObject({
      code: "duplicate",
      fields: { email: expect.stringContaining("already") },
      facts: { id: first.id },
    });
  });

  it("lets one guest and one account share an e-mail", async () => {
    const shared = email();
    await createCustomer(actor, { email: shared });
    await expect(
      createCustomer(actor, { email: shared, password: "secret word" }),
    ).resolves.toMatchObject({ hasAccount: true });
  });

  it("makes one of twenty created at once", async () => {
    const same = email();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        createCustomer(actor, { email: i % 2 ? same.toUpperCase() : same }),
      ),
    );
    expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
    for (const t of tries)
      if (t.status === "rejected") expect(t.reason).toMatchObject({ code: "duplicate" });
  });

  it("answers a retry of the same request key with the first customer", async () => {
    const input = { email: email(), firstName: "Once" };
    const once = { key: "intent-0001", input };
    const both = await Promise.all([
      createCustomer(actor, input, { once }),
      createCustomer(actor, input, { once }),
    ]);
    expect(both[0].id).toBe(both[1].id);
  });

  it("writes nothing when a group is unknown", async () => {
    const mail = email();
    await expect(
      createCustomer(actor, { email: mail, groupIds: ["cgrp_none"] }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await db().customer.count({ where: { email: mail } })).toBe(0);
  });

  it("is refused to a viewer", async () => {
    const viewer = await anAdmin("viewer");
    await expect(createCustomer(viewer, { email: email() })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("updateCustomer", () => {
  it("touches what is named, clears what is null, and remembers both values", async () => {
    const made = await createCustomer(actor, { email: email(), firstName: "Ann", phone: "112" });
    const now = await updateCustomer(actor, made.id, { phone: null, lastName: "Lee" });
    expect(now).toMatchObject({ firstName: "Ann", lastName: "Lee", phone: null, version: 2 });
    const [set] = await allChanges();
    expect(set).toMatchObject({
      kind: "customer.update",
      label: "Edited Ann Lee",
      rows: 1,
      actorId: actor.id,
    });
    expect(set?.changeRows[0]).toMatchObject({
      before: { phone: "112", last_name: null },
      after: { phone: null, last_name: "Lee" },
    });
  });

  it("leaves no trace when nothing changed", async () => {
    const made = await createCustomer(actor, { email: email(), firstName: "Same" });
    const before = await db().changeSet.count();
    const now = await updateCustomer(actor, made.id, { firstName: "Same" });
    expect(now.version).toBe(1);
    expect(now.updatedAt).toBe(made.updatedAt);
    expect(await db().changeSet.count()).toBe(before);
  });

  it("takes both edits of different fields and refuses the second of the same field", async () => {
    const made = await createCustomer(actor, { email: email(), firstName: "Was" });
    await updateCustomer(actor, made.id, { phone: "1" }, { base: { phone: null } });
    await updateCustomer(actor, made.id, { firstName: "Theirs" }, { base: { firstName: "Was" } });
    const mine = updateCustomer(
      actor,
      made.id,
      { firstName: "Mine" },
      { base: { firstName: "Was" } },
    );
    await expect(mine).rejects.toMatchObject({
      code: "conflict",
      conflict: [{ field: "firstName", was: "Was", theirs: "Theirs", mine: "Mine" }],
    });
    expect(await getCustomer(actor, made.id)).toMatchObject({ firstName: "Theirs", phone: "1" });
  });

  it("refuses a taken e-mail and saves none of the rest", async () => {
    const a = await createCustomer(actor, { email: email() });
    const b = await createCustomer(actor, { email: email(), firstName: "B" });
    await expect(
      updateCustomer(actor, b.id, { email: a.email, firstName: "X" }),
    ).rejects.toMatchObject({ code: "duplicate" });
    expect(await getCustomer(actor, b.id)).toMatchObject({ firstName: "B", email: b.email });
  });

  it("never records a password, only that it changed", async () => {
    const made = await createCustomer(actor, { email: email() });
    const now = await setCustomerPassword(actor, made.id, { password: "a new password" });
    expect(now.hasAccount).toBe(true);
    const [set] = await allChanges();
    expect(JSON.stringify(set)).not.toContain("argon2");
    expect(set?.changeRows[0]?.after).toMatchObject({
      password_hash: "(hidden)",
      has_account: true,
    });
  });
});

describe("an e-mail", () => {
  it("of an account can be corrected; the history has both addresses", async () => {
    const made = await createCustomer(actor, { email: email(), password: "plum kettle" });
    const fresh = email();
    expect(
      await updateCustomer(actor, made.id, { email: ` ${fresh.toUpperCase()} ` }),
    ).toMatchObject({ email: fresh, hasAccount: true });
    const [set] = await allChanges();
    expect(set?.changeRows[0]).toMatchObject({
      before: { email: made.email },
      after: { email: fresh },
    });
  });

  it("can be taken from a guest, not from an account", async () => {
    const guest = await createCustomer(actor, { email: email(), firstName: "Walk-in" });
    expect((await updateCustomer(actor, guest.id, { email: null })).email).toBeNull();
    const account = await createCustomer(actor, { email: email(), password: "plum kettle" });
    await expect(updateCustomer(actor, account.id, { email: null })).rejects.toMatchObject({
      fields: { email: "An account needs an e-mail address." },
    });
  });

  it("changed to one that is taken is refused with whom it belongs to", async () => {
    const taken = await createCustomer(actor, {
      email: email(),
      firstName: "Anna",
      lastName: "Berg",
    });
    const other = await createCustomer(actor, { email: email() });
    await expect(updateCustomer(actor, other.id, { email: taken.email })).rejects.toMatchObject({
      code: "duplicate",
      facts: { id: taken.id, label: "Anna Berg" },
    });
  });

  it("finds guest and account that share it, the account first", async () => {
    const shared = email();
    const guest = await createCustomer(actor, { email: shared });
    const account = await createCustomer(actor, { email: shared, password: "plum kettle" });
    expect((await findByEmail(actor, shared)).map((c) => c.id)).toEqual([account.id, guest.id]);
    expect(await findByEmail(actor, email())).toEqual([]);
  });
});

describe("optional fields", () => {
  const fields = ["firstName", "lastName", "companyName", "phone"] as const;

  it.each(fields)(
    "%s is cleared by nothing, blanks or null, and left alone by a patch that does not name it",
    async (field) => {
      for (const empty of ["", "  ", null]) {
        const made = await createCustomer(actor, { email: email(), [field]: "something" });
        expect((await updateCustomer(actor, made.id, {}))[field]).toBe("something");
        expect(
          (
            await updateCustomer(
              actor,
              made.id,
              { [field]: empty },
              { base: { [field]: "something" } },
            )
          )[field],
        ).toBeNull();
        const row = await db().customer.findUniqueOrThrow({ where: { id: made.id } });
        expect(row[field]).toBeNull();
      }
    },
  );
});

describe("a password", () => {
  it("makes an account of a guest, and is refused while an account with the same e-mail is there", async () => {
    const shared = email();
    const account = await createCustomer(actor, { email: shared, password: "plum kettle" });
    const guest = await createCustomer(actor, { email: shared });
    await expect(
      setCustomerPassword(actor, guest.id, { password: "violet orbit" }),
    ).rejects.toMatchObject({
      code: "duplicate",
      facts: { id: account.id },
    });
    expect((await getCustomer(actor, guest.id)).hasAccount).toBe(false);
  });

  it("needs an e-mail address to sign in with", async () => {
    const guest = await createCustomer(actor, { companyName: "Walk-ins" });
    await expect(
      setCustomerPassword(actor, guest.id, { password: "violet orbit" }),
    ).rejects.toMatchObject({
      fields: { password: expect.stringContaining("e-mail address first") },
    });
  });
});

describe("something to call a customer by", () => {
  const emptied = { email: null, firstName: null, lastName: null, companyName: null, phone: null };

  it("stays when people at the desk empty fields, whichever is the last", async () => {
    const { id } = await createCustomer(actor, { email: email(), firstName: "Ada", phone: "1" });
    await updateCustomer(actor, id, { email: null, firstName: null });
    await expect(updateCustomer(actor, id, { phone: null })).rejects.toMatchObject({
      code: "invalid",
      fields: { phone: expect.stringContaining("something to call this customer by") },
    });
    await updateCustomer(actor, id, { phone: null, companyName: "Ada Ltd" });
    await expect(updateCustomer(actor, id, emptied)).rejects.toMatchObject({
      fields: { companyName: expect.any(String) },
    });
    expect(await getCustomer(actor, id)).toMatchObject({ ...emptied, companyName: "Ada Ltd" });
  });

  it("may be taken away through an API, and such a customer can be edited at the desk", async () => {
    const { id } = await createCustomer(actor, { email: email() });
    const client: Actor = { ...actor, door: "api" };
    expect(await updateCustomer(client, id, emptied)).toMatchObject(emptied);
    expect(await updateCustomer(actor, id, emptied)).toMatchObject(emptied);
    expect(await updateCustomer(actor, id, { lastName: "Berg" })).toMatchObject({
      lastName: "Berg",
    });
  });
});

it("an edit that sends fields it did not touch takes nobody's change back", async () => {
  const made = await createCustomer(actor, { email: email(), firstName: "Was", phone: "1" });
  await updateCustomer(actor, made.id, { firstName: "Theirs" });
  const base = { firstName: "Was", phone: "1" };
  await updateCustomer(actor, made.id, { firstName: "Was", phone: "2" }, { base });
  expect(await getCustomer(actor, made.id)).toMatchObject({ firstName: "Theirs", phone: "2" });
});

it("saving a customer that is gone says so", async () => {
  for (const id of ["cus_none", "cus_\u0000", "", "../x"]) {
    await expect(getCustomer(actor, id)).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(updateCustomer(actor, "cus_none", { phone: "1" })).rejects.toMatchObject({
    code: "not_found",
    message: "This customer does not exist (any more).",
  });
});

it("a write outside of change() is refused by the database", async () => {
  const made = await createCustomer(actor, { email: email() });
  await expect(
    db().customer.update({ where: { id: made.id }, data: { firstName: "x" } }),
  ).rejects.toThrow();
});

it("deleting a group takes the memberships, keeps the customers and records both", async () => {
  const group = await createGroup(actor, { name: `G${email()}` });
  const made = await createCustomer(actor, { email: email(), groupIds: [group.id] });
  expect(made.groups).toEqual([{ id: group.id, name: group.name }]);
  await deleteGroup(actor, group.id);
  expect((await getCustomer(actor, made.id)).groups).toEqual([]);
  const [set] = await allChanges();
  expect(set?.changeRows.map((row) => row.tableName).sort()).toEqual([
    "customer_group",
    "customer_group_member",
  ]);
});
