import { randomUUID } from "node:crypto";

/**
 * Runs statements in one transaction under a change set of their own, as every write of a tracked table must.
 * @param {import("pg").Client} client
 * @param {() => Promise<unknown>} work
 * @returns {Promise<void>}
 */
export async function underChangeSet(client, work) {
  const id = `chg_${randomUUID()}`;
  await client.query("begin");
  try {
    await client.query(
      `insert into change_set (id, actor_kind, actor_name, door, kind, label)
       values ($1, 'system', 'Test', 'system', 'test', 'Test data')`,
      [id],
    );
    await client.query("select set_config('clientele.change_set', $1, true)", [id]);
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
