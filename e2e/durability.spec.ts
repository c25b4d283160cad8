import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { readAccess } from "../bin/postgres/access.mjs";
import { findPostmaster } from "../bin/postgres/postmaster.mjs";
import { type Instance, removeInstance, startInstance } from "./support/instance";
import { insertAdmin, insertApiKey } from "./support/rows";
import { startWriters } from "./support/writers";

const KILLS = { application: 7, database: 9, everything: 4 };
type Victim = keyof typeof KILLS;

test("nothing acknowledged is lost and nothing is there twice, however often app and database are killed", async () => {
  test.setTimeout(400_000);
  let instance = await startInstance();
  const said: string[] = [];
  const again = { dataDir: instance.dataDir, port: instance.port };
  try {
    const token = await withDatabase(instance, async (database) => {
      const { id } = await insertAdmin(database, "owner");
      return insertApiKey(database, id, "write");
    });
    const file = join(instance.dataDir, "acknowledged");
    const writers = startWriters({ url: instance.url, token, file, writers: 3 });
    for (const victim of shuffled(KILLS)) {
      await goOn(writers.acknowledged);
      await sleep(Math.random() * 400);
      const next = await kill(victim, instance, again);
      if (next !== instance) said.push(instance.output());
      instance = next;
    }
    await goOn(writers.acknowledged);
    const noted = await writers.stop();
    expect(writers.wrong).toEqual([]);

    await withDatabase(instance, async (database) => {
      const { rows } = await database.query("select id, email from customer");
      const kept = new Map(rows.map((row) => [row.email, row.id]));
      expect(noted.filter(({ id, email }) => kept.get(email) !== id)).toEqual([]);
      // A writer's last one may have come through without its answer.
      expect(kept.size).toBe(rows.length);
      expect(rows.length - noted.length).toBeLessThanOrEqual(3);
      const counted = await database.query(`select
        (select sum(n)::int from (select n from customer_bucket union all select d from customer_delta) x) as counted,
        (select count(distinct row_id)::int from change_row where table_name = 'customer' and op = 'insert') as told,
        (select count(*)::int from change_row where table_name = 'customer') as lines`);
      const n = rows.length;
      expect(counted.rows[0]).toEqual({ counted: n, told: n, lines: n });
    });
  } finally {
    said.push(instance.output());
    await test.info().attach("what the launcher said", { body: said.join("\n") });
    await removeInstance(instance);
  }
});

/** Waits until a few more were acknowledged. */
async function goOn(acknowledged: () => number): Promise<void> {
  const before = acknowledged();
  await expect.poll(acknowledged, { timeout: 60_000 }).toBeGreaterThan(before + 2);
}

/** Ends the victim without a word. Who is started again is what `npm start` would be; a database comes back by itself. */
async function kill(
  victim: Victim,
  instance: Instance,
  again: { dataDir: string; port: number },
): Promise<Instance> {
  const killDatabase = () => {
    const { folder } = readAccess(instance.dataDir);
    const postmaster = findPostmaster(join(folder ?? join(instance.dataDir, "postgres"), "data"));
    if (!postmaster) throw new Error("There is no database server to kill.");
    process.kill(postmaster.pid, "SIGKILL");
  };
  if (victim === "everything") killDatabase();
  if (victim === "database") {
    killDatabase();
    return instance;
  }
  await instance.stop("SIGKILL");
  return startInstance(again);
}

function shuffled(kills: Record<Victim, number>): Victim[] {
  const all = Object.entries(kills).flatMap(([victim, times]) =>
    Array<Victim>(times).fill(victim as Victim),
  );
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

async function withDatabase<T>(
  instance: Instance,
  work: (database: pg.Client) => Promise<T>,
): Promise<T> {
  const database = new pg.Client(instance.databaseUrl());
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
