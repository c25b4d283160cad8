import MedusaSdk, { type FetchError } from "@medusajs/js-sdk";
import { expect, someEmail, test } from "../support/fixtures";

type Sdk = InstanceType<typeof MedusaSdk>;

const failureOf = (work: Promise<unknown>): Promise<FetchError> =>
  work.then(
    () => {
      throw new Error("This should have been refused.");
    },
    (error) => error,
  );

/** The routes of a customer, an address and a group, one after the other. */
async function wholeRound(sdk: Sdk) {
  const email = someEmail();
  const { customer } = await sdk.admin.customer.create({ email, company_name: "Acme" });
  expect(customer).toMatchObject({ email, company_name: "Acme", has_account: false });
  const { id } = customer;
  expect((await sdk.admin.customer.retrieve(id)).customer.id).toBe(id);
  const updated = await sdk.admin.customer.update(id, { phone: "112", metadata: { a: 1 } });
  expect(updated.customer).toMatchObject({ phone: "112", metadata: { a: 1 } });
  await sdk.admin.customer.createAddress(id, { city: "Oslo", is_default_shipping: true });
  const { addresses, count } = await sdk.admin.customer.listAddresses(id);
  expect([count, addresses[0]?.city]).toEqual([1, "Oslo"]);
  const addressId = addresses[0]?.id ?? "";
  await sdk.admin.customer.updateAddress(id, addressId, { city: "Bergen" });
  expect((await sdk.admin.customer.retrieveAddress(id, addressId)).address.city).toBe("Bergen");
  const { customer_group: group } = await sdk.admin.customerGroup.create({ name: email });
  await sdk.admin.customer.batchCustomerGroups(id, { add: [group.id] });
  const listed = await sdk.admin.customer.list({ groups: [group.id], fields: "id,*groups" });
  expect(listed).toMatchObject({
    count: 1,
    limit: 50,
    customers: [{ id, groups: [{ id: group.id }] }],
  });
  await sdk.admin.customerGroup.batchCustomers(group.id, { remove: [id] });
  expect((await sdk.admin.customer.list({ groups: [group.id] })).count).toBe(0);
  expect(await sdk.admin.customer.deleteAddress(id, addressId)).toMatchObject({ deleted: true });
  expect((await sdk.admin.customerGroup.delete(group.id)).deleted).toBe(true);
  expect(await sdk.admin.customer.delete(id)).toEqual({ id, object: "customer", deleted: true });
  expect(await failureOf(sdk.admin.customer.retrieve(id))).toMatchObject({
    status: 404,
    message: `Customer with id: ${id} not found`,
  });
}

test.describe("customers, addresses and groups through the unmodified @medusajs/js-sdk in Node", () => {
  test("with a JWT", async ({ newAdmin, baseURL: baseUrl = "" }) => {
    const { email, password } = await newAdmin("admin");
    const sdk = new MedusaSdk({ baseUrl, auth: { type: "jwt", jwtTokenStorageMethod: "memory" } });
    await sdk.auth.login("user", "emailpass", { email, password });
    await wholeRound(sdk);
  });

  test("with an API key", async ({ api, baseURL: baseUrl = "" }) => {
    await wholeRound(new MedusaSdk({ baseUrl, apiKey: (await api("write")).token }));
  });
});
