import { randomUUID } from "node:crypto";
import type pg from "pg";
import { underChangeSet } from "../../bench/change-set.mjs";
import { insertCustomers } from "./customers";

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

/** So many customers, Member aax, abx, acx … with the same last name; answers their ids. */
export function insertNamesakes(
  client: pg.Client,
  count: number,
  lastName: string,
): Promise<string[]> {
  const letter = (n: number) => String.fromCharCode(97 + n);
  return insertCustomers(
    client,
    Array.from({ length: count }, (_, n) => ({
      first_name: `Member ${letter(Math.floor(n / 26))}${letter(n % 26)}x`,
      last_name: lastName,
    })),
  );
}
