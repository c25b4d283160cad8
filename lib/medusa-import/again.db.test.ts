import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { createAddress, deleteAddress, updateAddress } from "../customers/address-edits";
import { listAddresses } from "../customers/addresses";
import { createCustomer, findCustomer, getCustomer, updateCustomer } from "../customers/customers";
import { deleteCustomer } from "../customers/delete";
import { changeMembers } from "../customers/membership";
import { deleteGroup, findGroup, updateGroup } from "../groups/groups";
import { anAdmin } from "../testing/actors";
import { aMedusaShop, collect, type MedusaShop } from "../testing/medusa-shop";
import { importMedusa } from "./run";

let actor: Actor;
let shop: MedusaShop;
/** Each test has a shop whose ids are its own. */
let tag = 0;
const id = (name: string) => `${name}_${tag}`;
const email = (name: string) => `${name}.${tag}@example.com`;

beforeAll(async () => {
  actor = await anAdmin();
});
beforeEach(async () => {
  tag++;
  shop = await aMedusaShop("v2");
  await shop.add(
    "customer",
    { id: id("cus_a"), email: email("a"), first_name: "Ann" },
    { id: id("cus_b"), email: email("b"), first_name: "Bea" },
  );
  await shop.add(
    "customer_address",
    { id: id("addr_1"), customer_id: id("cus_a"), city: "Bern", is_default_billing: true },
    { id: id("addr_2"), customer_id: id("cus_a"), city: "Basel" },
  );
  await shop.add("customer_group", { id: id("cg"), name: id("Group") });
  await shop.add("customer_group_customer", {
    customer_id: id("cus_a"),
    customer_group_id: id("cg"),
  });
  await importMedusa({ from: shop.url });
});
afterEach(() => shop.end());

async function again() {
  const { counts, findings } = await importMedusa({ from: shop.url });
  return {
    counts,
    told: (await collect(findings())).map((f) => `${f.rowId} ${f.outcome}: ${f.reason}`),
  };
}

describe("importing once more", () => {
  it("brings what changed there since, where nobody touched it here", async () => {
    await shop.sql(
      `update customer set first_name = 'Anna', metadata = '{"k":1}' where first_name = 'Ann'`,
    );
    await shop.sql("update customer_address set city = 'Biel' where city = 'Basel'");
    await shop.sql("update customer_group set name = name || '!'");
    await shop.add("customer", { id: id("cus_c"), email: email("c") });
    const { counts, told } = await again();
    expect(told).toEqual([]);
    expect(counts.customers).toMatchObject({ new: 1, changed: 1, same: 1 });
    expect(counts.addresses).toMatchObject({ changed: 1, same: 1 });
    expect(counts.groups).toMatchObject({ changed: 1 });
    const customer = await getCustomer(actor, id("cus_a"));
    expect(customer).toMatchObject({ firstName: "Anna", metadata: { k: 1 } });
    expect((await again()).counts.customers).toMatchObject({ changed: 0, same: 3 });
  });

  it("leaves what was edited here as it is, and lists it", async () => {
    await updateCustomer(actor, id("cus_a"), { phone: "1" });
    await updateAddress(actor, id("cus_a"), id("addr_2"), { city: "Thun" });
    await updateGroup(actor, id("cg"), { name: id("Renamed") });
    await shop.sql("update customer set first_name = 'Anna' where first_name = 'Ann'");
    const { counts, told } = await again();
    expect(counts.customers).toMatchObject({ left: 1, same: 1 });
    expect(counts.memberships).toMatchObject({ same: 1 });
    expect(told.sort()).toEqual([
      `${id("addr_2")} left: It was edited here since; both sides differ.`,
      `${id("cg")} left: It was edited here since; both sides differ.`,
      `${id("cus_a")} left: It was edited here since; both sides differ.`,
    ]);
    expect(await getCustomer(actor, id("cus_a"))).toMatchObject({ firstName: "Ann", phone: "1" });
  });

  it("does not bring back what was deleted here", async () => {
    await deleteAddress(actor, id("cus_a"), id("addr_2"));
    await changeMembers(actor, id("cg"), { remove: [id("cus_a")] });
    await deleteCustomer(actor, id("cus_b"));
    const { counts, told } = await again();
    expect(counts.customers).toMatchObject({ same: 1, left: 1, new: 0 });
    expect(told.sort()).toEqual([
      `${id("addr_2")} left: It was deleted here.`,
      `${id("cg")}/${id("cus_a")} left: The customer was taken out of the group here.`,
      `${id("cus_b")} left: It was deleted here.`,
    ]);
    expect(await findCustomer(actor, id("cus_b"))).toBeNull();
    await deleteGroup(actor, id("cg"));
    expect((await again()).counts.groups).toMatchObject({ left: 1, new: 0 });
    expect(await findGroup(actor, id("cg"))).toBeNull();
  });

  it("keeps what was deleted there since, and counts it", async () => {
    await shop.sql("update customer set deleted_at = now() where first_name = 'Bea'");
    expect((await again()).counts.customers).toMatchObject({ same: 1, deleted: 1 });
    expect(await findCustomer(actor, id("cus_b"))).not.toBeNull();
  });

  it("moves a default that was moved there", async () => {
    await shop.sql("update customer_address set is_default_billing = not is_default_billing");
    expect((await again()).counts.addresses).toMatchObject({ changed: 2 });
    expect(await billingOf("cus_a")).toEqual([id("addr_2")]);
    await shop.sql("update customer_address set is_default_billing = not is_default_billing");
    await again();
    expect(await billingOf("cus_a")).toEqual([id("addr_1")]);
  });

  it("leaves the default that was chosen here, and says so", async () => {
    const own = await createAddress(actor, id("cus_a"), { city: "Sion", isDefaultBilling: true });
    await shop.sql("update customer_address set is_default_billing = not is_default_billing");
    const { told } = await again();
    expect(told).toContain(`${id("addr_2")} noted: ${own.id} stays the default for billing here.`);
    expect(await billingOf("cus_a")).toEqual([own.id]);
  });

  it("takes no e-mail that somebody has here", async () => {
    const here = await createCustomer(actor, { email: email("taken") });
    await shop.sql("update customer set email = $1 where id = $2", [email("TAKEN"), id("cus_a")]);
    await shop.add("customer", { id: id("cus_c"), email: email("Taken") });
    const { counts, told } = await again();
    expect(counts.customers).toMatchObject({ left: 1, clash: 1, same: 1 });
    expect(told.sort()).toEqual([
      `${id("cus_a")} left: A guest with this e-mail is here already: ${here.id}. It stays as it was.`,
      `${id("cus_c")} clash: A guest with this e-mail is here already: ${here.id}.`,
    ]);
    expect(await getCustomer(actor, id("cus_a"))).toMatchObject({ email: email("a") });
  });

  it("lets two customers who swapped their e-mails there go on in two more runs, and never stops for them", async () => {
    await shop.sql("drop index customer_email_has_account_idx");
    await shop.sql(`update customer set email = case id when $1 then $2 else $3 end`, [
      id("cus_a"),
      email("b"),
      email("a"),
    ]);
    expect((await again()).counts.customers).toMatchObject({ left: 2 });
    await shop.sql("update customer set email = $2 where id = $1", [
      id("cus_b"),
      email("elsewhere"),
    ]);
    expect((await again()).counts.customers).toMatchObject({ changed: 1, left: 1 });
    expect((await again()).counts.customers).toMatchObject({ changed: 1, same: 1 });
    expect((await again()).counts.customers).toMatchObject({ same: 2 });
    expect(await getCustomer(actor, id("cus_a"))).toMatchObject({ email: email("b") });
  });
});

async function billingOf(customer: string) {
  const all = await listAddresses(actor, [id(customer)]);
  return all.filter((address) => address.isDefaultBilling).map((address) => address.id);
}
