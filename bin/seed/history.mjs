import { copyRows } from "./copy-rows.mjs";

/** As a customer stands who was entered and never changed: history then says the same as the record. */
export function neverChanged(person) {
  const { customer } = person;
  return { ...person, customer: { ...customer, version: 1, updated_at: customer.created_at } };
}

/**
 * Takes what the load has recorded of these customers out of its one change set, and gives each a set of its own,
 * of the moment at which the record says it was created.
 * @param {import("pg").Client} client
 * @param {{ id: string, created_at: string }[]} customers
 * @param {{ setId: string, random: ReturnType<typeof import("./random.mjs").createRandom> }} from
 */
export async function enterEach(client, customers, { setId, random }) {
  const sets = customers.map(({ created_at }) => ({
    id: random.id("chg", Date.parse(created_at)),
    actor_kind: "system",
    actor_name: "Clientele",
    door: "system",
    kind: "customer.seed",
    label: "Seeded a customer",
    created_at,
  }));
  await copyRows(client, "change_set", sets);
  await client.query(
    `with moved as (
       update change_row r set set_id = own.set_id
       from unnest($2::text[], $3::text[]) own (set_id, customer_id)
       where r.set_id = $1 and r.customer_id = own.customer_id
       returning r.set_id)
     update change_set s set rows = m.n
     from (select set_id, count(*) as n from moved group by 1) m where s.id = m.set_id`,
    [setId, sets.map(({ id }) => id), customers.map(({ id }) => id)],
  );
}
