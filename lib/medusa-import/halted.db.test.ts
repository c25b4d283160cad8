import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "../db";
import { aMedusaShop, collect, type MedusaShop } from "../testing/medusa-shop";
import { importMedusa } from "./run";

const CUSTOMERS = 2_600;
let shop: MedusaShop;

beforeAll(async () => {
  shop = await aMedusaShop("v1");
  // every hundredth is deleted, every hundred-and-first has no address; two differ only in the case of their e-mail
  await shop.sql(`
    insert into customer (id, email, deleted_at)
      select 'cus_' || lpad(n::text, 6, '0'),
        case when n % 101 = 0 then 'none' || n when n = 2500 then 'N3@example.com' else 'n' || n || '@example.com' end,
        case when n % 100 = 0 and n <> 2500 then now() end
      from generate_series(1, ${CUSTOMERS}) n;
    insert into address (id, customer_id, city)
      select 'addr_' || n, 'cus_' || lpad(n::text, 6, '0'), 'Bern' from generate_series(1, ${CUSTOMERS}) n;
    insert into customer_group (id, name) values ('cgrp_1', 'Everybody');
    insert into customer_group_customers select 'cgrp_1', id from customer`);
});
afterAll(() => shop.end());

describe("a dry run", () => {
  it("decides as the import will and writes nothing", async () => {
    const dry = await importMedusa({ from: shop.url, dryRun: true });
    expect(await db().customer.count()).toBe(0);
    expect(await db().changeSet.count()).toBe(0);
    expect(await db().importProgress.count()).toBe(0);
    const told = await collect(dry.findings());
    // 24 of them without an address, one of which is deleted, and the one whose e-mail is taken
    expect(dry.counts.customers).toMatchObject({
      read: CUSTOMERS,
      deleted: 25,
      clash: 1,
      invalid: 25,
    });

    const stop = new AbortController();
    const halted = await importMedusa({
      from: shop.url,
      signal: stop.signal,
      log: (line) => line.startsWith("1,500 ") && stop.abort(),
    });
    expect(halted.isFinished).toBe(false);
    expect(halted.counts.customers.read).toBe(1500);
    const sets = await db().changeSet.count();

    const rest = await importMedusa({ from: shop.url });
    expect(rest.isFinished).toBe(true);
    expect(rest.counts).toEqual(dry.counts);
    expect(await collect(rest.findings())).toEqual(told);
    expect(await db().customer.count()).toBe(dry.counts.customers.new);
    expect(await db().changeSet.count()).toBe(sets + 3);
  });

  it("after the import finds everything the same", async () => {
    const { counts } = await importMedusa({ from: shop.url, dryRun: true });
    expect(counts.customers).toMatchObject({ new: 0, changed: 0, same: CUSTOMERS - 51 });
    expect(counts.memberships).toMatchObject({ new: 0, same: CUSTOMERS - 51 });
  });
});
