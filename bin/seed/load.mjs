import { connect } from "../postgres/connect.mjs";
import { Refusal } from "../terminal/refusal.mjs";
import { copyRows } from "./copy-rows.mjs";
import { makeUpCustomers } from "./customers.mjs";
import { enterEach, neverChanged } from "./history.mjs";
import { groups } from "./people/groups.mjs";
import { createProgress } from "./progress.mjs";
import { createRandom } from "./random.mjs";
import { customersThere } from "./room.mjs";
import { setAside } from "./set-aside.mjs";

const BATCH = 10_000;
const DUPLICATE = "23505";
const LOCKED = "55P03";

/**
 * Loads made-up customers, their addresses and groups, all or nothing.
 * @param {{
 *   url: string,
 *   count: number,
 *   seed: number,
 *   until?: Date,
 *   add?: boolean,
 *   keepHistory?: boolean,
 *   log?: (line: string) => void,
 *   signal?: AbortSignal,
 * }} options `add` goes on although there are customers already; `keepHistory` gives each customer
 *   its first line of history, as if it had been entered, at the price of time and space
 */
export async function loadCustomers({ url, signal, ...options }) {
  const client = await connect(url);
  const giveUp = () => client.end().catch(() => {});
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    await client.query("set statement_timeout = 0; set client_connection_check_interval = '1s'");
    await inOneTransaction(client, () => load(client, options));
    await tidy(client, options.log);
  } catch (error) {
    throw explain(error);
  } finally {
    signal?.removeEventListener("abort", giveUp);
    await giveUp();
  }
}

async function load(client, { count, seed, until = new Date(), add, keepHistory, log = () => {} }) {
  const progress = createProgress({ count, log });
  await client.query("set local lock_timeout = '10s'; set local maintenance_work_mem = '256MB'");
  await client.query("lock table customer in share row exclusive mode");
  const there = await customersThere(client, add);

  const setId = await openChangeSet(client, count);
  const groupIds = await openGroups(client, createRandom(seed + 2));
  const aside = keepHistory || count < there ? [] : await setAside(client);
  const tag = there > 0 ? seed.toString(36) : undefined;
  const historyIds = createRandom(seed + 3);
  const people = makeUpCustomers({ count, seed, until, tag });
  for (const batch of batches(people, BATCH)) {
    const entered = keepHistory ? batch.map(neverChanged) : batch;
    await copyBatch(client, entered, groupIds);
    if (keepHistory) {
      await enterEach(
        client,
        entered.map(({ customer }) => customer),
        { setId, random: historyIds },
      );
    }
    progress.loaded(batch.length);
  }
  for (const { name, kind, statement } of aside) {
    await progress.rebuilding(kind, name, () => client.query(statement));
  }
  await client.query("update change_set set rows = greatest(rows, $2) where id = $1", [
    setId,
    count,
  ]);
}

async function openChangeSet(client, count) {
  const id = createRandom(Date.now()).id("chg", Date.now());
  await client.query(
    `insert into change_set (id, actor_kind, actor_name, door, kind, label)
     values ($1, 'system', 'Clientele', 'system', 'customer.seed', $2)`,
    [id, `Seeded ${count.toLocaleString("en")} customers`],
  );
  await client.query("select set_config('clientele.change_set', $1, true)", [id]);
  return id;
}

async function openGroups(client, random) {
  const ids = [];
  for (const { name, metadata } of groups) {
    await client.query(
      "insert into customer_group (id, name, metadata) values ($1, $2, $3) on conflict (name) do nothing",
      [random.id("cgrp", Date.now()), name, metadata],
    );
    const { rows } = await client.query("select id from customer_group where name = $1", [name]);
    ids.push(rows[0].id);
  }
  return ids;
}

async function copyBatch(client, batch, groupIds) {
  const addresses = batch.flatMap((person) => person.addresses);
  const members = batch.flatMap((person) => membershipsOf(person, groupIds));
  await copyRows(
    client,
    "customer",
    batch.map(({ customer }) => customer),
  );
  await copyRows(client, "customer_address", addresses);
  await copyRows(client, "customer_group_member", members);
}

function membershipsOf({ customer, groups: numbers }, groupIds) {
  const { id, created_at } = customer;
  return numbers.map((number) => ({ group_id: groupIds[number], customer_id: id, created_at }));
}

function* batches(iterable, size) {
  let batch = [];
  for (const item of iterable) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function tidy(client, log = () => {}) {
  log("Gathering statistics");
  await client.query("select clientele_fold_counts()");
  await client.query(
    "vacuum (analyze) customer, customer_address, customer_group_member, customer_group",
  );
}

async function inOneTransaction(client, work) {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function explain(error) {
  if (error.code === DUPLICATE) {
    return new Refusal(
      "These customers were added before; nothing was changed: choose another --seed.",
    );
  }
  if (error.code === LOCKED) {
    return new Refusal(
      "Somebody works on the customers just now; nothing was changed: try again later.",
    );
  }
  return error;
}
