import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createCustomer } from "../customers/customers";
import { allChanges, anAdmin } from "../testing/actors";
import { aMedusaShop, collect, type MedusaShop } from "../testing/medusa-shop";
import { importMedusa } from "./run";
import { openSource } from "./source";

const stale = vi.hoisted(() => ({ emails: new Set<string>() }));
vi.mock("./here", async (original) => {
  const here = await original<typeof import("./here")>();
  const readHere: typeof here.readHere = async (tx, page) => {
    const found = await here.readHere(tx, page);
    for (const email of stale.emails) found.holders.delete(`guest ${email}`);
    return found;
  };
  return { ...here, readHere };
});

let shop: MedusaShop;
beforeAll(async () => {
  shop = await aMedusaShop("v1");
  for (let n = 0; n < 25; n++)
    await shop.add("customer", { id: `cus_${n}`, email: `n${n}@example.com` });
  await shop.add("address", { id: "addr_7", customer_id: "cus_7", city: "Bern" });
});
afterAll(() => shop.end());

describe("what the database refuses", () => {
  it("stops nobody else: the one who is refused is listed, everybody around comes", async () => {
    await createCustomer(await anAdmin(), { email: "n7@example.com" });
    stale.emails.add("n7@example.com");
    const { counts, findings } = await importMedusa({ from: shop.url });
    expect(counts.customers).toMatchObject({ read: 25, new: 24, invalid: 1 });
    expect(counts.addresses).toMatchObject({ read: 1, ownerless: 1 });
    const told = await collect(findings());
    expect(told.map(({ rowId }) => rowId).sort()).toEqual(["addr_7", "cus_7"]);
  });

  it("leaves no trace in the history", async () => {
    const rows = (await allChanges()).flatMap(({ changeRows }) => changeRows);
    expect(rows.some(({ rowId }) => rowId === "cus_7")).toBe(false);
    expect(rows.filter(({ rowId }) => /^cus_\d+$/.test(rowId))).toHaveLength(24);
  });
});

describe("a source that is none", () => {
  it.each([
    ["an empty one", async () => {}, /is no Medusa shop's: the tables of version 1/],
    [
      "a shop of something else",
      (other: MedusaShop) => other.sql("create table customer (id text, email text)"),
      /is no Medusa shop's/,
    ],
    [
      "another Clientele",
      (other: MedusaShop) =>
        other.sql(
          "create table customer (id text, email text, has_account boolean); create table change_set (id text)",
        ),
      /is one of Clientele's, not a Medusa shop's/,
    ],
  ])("is refused in one sentence: %s", async (_, fill, sentence) => {
    const other = await aMedusaShop();
    await fill(other);
    const error = await importMedusa({ from: other.url }).catch((caught) => caught);
    await other.end();
    expect(error).toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
  });

  it("is refused when it is our own database, by whatever address", async () => {
    const own = new URL(process.env.DATABASE_URL ?? "");
    own.hostname = own.hostname === "127.0.0.1" ? "localhost" : "127.0.0.1";
    const error = await importMedusa({ from: own.href }).catch((caught) => caught);
    expect(error).toMatchObject({
      code: "invalid",
      message: "The database to read from is the one Clientele itself uses.",
    });
  });

  it("is refused when its user may not read, by the name of the table", async () => {
    const role = `reader_${shop.name}`;
    await shop.sql(`create role ${role} login password 'topsecret'`);
    const url = Object.assign(new URL(shop.url), { username: role, password: "topsecret" });
    const error = await importMedusa({ from: url.href }).catch((caught) => caught);
    await shop.sql(`drop role ${role}`);
    expect(error).toMatchObject({ code: "invalid" });
    expect(error.message).toMatch(
      /^The user in the address to read from may not read there \(\w+\)\.$/,
    );
  });

  it("that goes away midway says so, keeps what has come, and is gone on with", async () => {
    const other = await aMedusaShop("v1");
    await other.sql(`insert into customer (id, email)
      select 'cus_x' || lpad(n::text, 5, '0'), 'x' || n || '@example.com' from generate_series(1, 1500) n`);
    const broken = await importMedusa({
      from: other.url,
      log: () => {
        other
          .sql(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'clientele import'`)
          .catch(() => {});
      },
    }).catch((caught) => caught);
    expect(broken).toMatchObject({ code: "unavailable" });
    expect(broken.message).toMatch(/the same command goes on from there/);
    const { counts, isFinished } = await importMedusa({ from: other.url });
    await other.end();
    expect(isFinished).toBe(true);
    expect(counts.customers).toMatchObject({ read: 1500, new: 1500 });
  });
});

describe("the source", () => {
  it("cannot be written to, even by mistake", async () => {
    const source = await openSource(shop.url);
    await expect(source.client.query("delete from customer")).rejects.toMatchObject({
      code: "25006",
    });
    await source.close();
  });

  it("is read as it was at one moment", async () => {
    const other = await aMedusaShop("v1");
    await other.sql(`insert into customer (id, email)
      select 'cus_y' || lpad(n::text, 5, '0'), 'y' || n || '@example.com' from generate_series(1, 600) n`);
    let isFirst = true;
    const { counts } = await importMedusa({
      from: other.url,
      log: () => {
        if (isFirst)
          other
            .sql("insert into customer (id, email) values ('cus_z', 'z@example.com')")
            .catch(() => {});
        isFirst = false;
      },
    });
    await other.end();
    expect(counts.customers.read).toBe(600);
  });
});

describe("two imports at once", () => {
  it("are one: the second is told so", async () => {
    const both = await Promise.allSettled([
      importMedusa({ from: shop.url }),
      importMedusa({ from: shop.url }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = both.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "busy",
      message: "Another import into this database is under way.",
    });
  });
});
