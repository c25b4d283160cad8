import { Refusal } from "../terminal/refusal.mjs";

/**
 * Refuses a database that holds customers already, unless they are to be added to.
 * @param {{ url: string, add?: boolean }} asked
 */
export async function requireRoom({ url, add }) {
  const { connect } = await import("../postgres/connect.mjs");
  const client = await connect(url);
  await customersThere(client, add).finally(() => client.end());
}

/**
 * @param {import("pg").Client} client
 * @param {boolean} [add]
 * @returns {Promise<number>} how many customers there are
 */
export async function customersThere(client, add) {
  const { rows } = await client.query(
    `select coalesce(sum(n), 0)::int as there from
      (select n from customer_bucket union all select d from customer_delta) counts`,
  );
  const { there } = rows[0];
  if (there > 0 && !add) throw new Refusal(alreadyThere(there));
  return there;
}

function alreadyThere(there) {
  return `The database holds ${there.toLocaleString("en")} customers already: say --add to add made-up ones to them (and --yes to be asked nothing).`;
}
