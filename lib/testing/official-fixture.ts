import { systemActor } from "../auth/actors";
import { change } from "../changes/change";

/** The customers and groups that Medusa's own integration tests of the first generation start from, and no others. */
export async function officialFixture(): Promise<void> {
  await change(systemActor(), { kind: "test", label: "test" }, async ({ tx }) => {
    await tx.$executeRaw`delete from customer`;
    await tx.$executeRaw`delete from customer_group`;
    await tx.$executeRaw`
      insert into customer (id, email, has_account) select 'test-customer-' || n, 'test' || n || '@email.com', false
      from unnest(array[1, 2, 3, 5, 6, 7]) n`;
    await tx.$executeRaw`
      insert into customer (id, email, has_account) values
        ('test-customer-has_account', 'test4@email.com', true),
        ('test-customer-delete-cg', 'test-deletetion-cg@email.com', false)`;
    await tx.$executeRaw`
      insert into customer_address (id, customer_id, first_name, last_name, is_default_shipping, is_default_billing)
      values ('test-address', 'test-customer-1', 'Lebron', 'James', true, true)`;
    await tx.$executeRaw`
      insert into customer_group (id, name, metadata) values
        ('customer-group-1', 'vip-customers', null), ('customer-group-2', 'test-group-2', '{"data1": "value1"}'),
        ('customer-group-3', 'vest-group-3', null), ('test-group-4', 'test-group-4', null),
        ('test-group-5', 'test-group-5', null), ('test-group-6', 'test-group-6', null),
        ('test-group-delete', 'test-group-delete', null)`;
    await tx.$executeRaw`
      insert into customer_group_member (group_id, customer_id) values
        ('test-group-5', 'test-customer-5'), ('test-group-5', 'test-customer-6'), ('test-group-5', 'test-customer-7'),
        ('test-group-6', 'test-customer-7'), ('test-group-delete', 'test-customer-delete-cg')`;
  });
}
