import { randomUUID } from "node:crypto";
import type pg from "pg";
import { underChangeSet } from "./rows";

/** A group with these members, and a name nobody else in the run uses unless one is given. */
export async function insertGroup(
  client: pg.Client,
  memberIds: string[] = [],
  name = `Group ${randomUUID().slice(0, 13)}`,
): Promise<{ id: string; name: string }> {
  const id = `cgrp_${randomUUID()}`;
  await underChangeSet(client, async () => {
    await client.query("insert into customer_group (id, name) values ($1, $2)", [id, name]);
    await client.query(
      "insert into customer_group_member (group_id, customer_id) select $1, unnest($2::text[])",
      [id, memberIds],
    );
  });
  return { id, name };
}

/** So many customers at once, Member aax, abx, acx … with the same last name; answers their ids. */
export async function insertCustomers(
  client: pg.Client,
  count: number,
  lastName: string,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => `cus_${randomUUID()}`);
  await underChangeSet(client, async () => {
    await client.query(
      `insert into customer (id, email, first_name, last_name)
       select id, replace(id, '_', '.') || '@example.com', 'Member ' || chr(97 + n::int / 26) || chr(97 + n::int % 26) || 'x', $2
       from (select id, o - 1 as n from unnest($1::text[]) with ordinality u(id, o)) t`,
      [ids, lastName],
    );
  });
  return ids;
}
