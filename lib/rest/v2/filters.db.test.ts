import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../auth/actors";
import { change } from "../../changes/change";
import { v2Client } from "../../testing/v2-client";

type Row = Record<string, unknown> & { id: string; first_name: string };
let api: Awaited<ReturnType<typeof v2Client>>;

// Ann and Bob are in vip, Bob and Cid in old; Dee is in none and has an account.
beforeAll(async () => {
  api = await v2Client();
  await change(systemActor(), { kind: "test", label: "test" }, async ({ tx }) => {
    await tx.$executeRaw`
      insert into customer (id, email, first_name, last_name, company_name, phone, has_account, created_by, created_at, updated_at) values
        ('cus_a', 'ann@example.com', 'Ann', 'Doe', 'Acme', '+49 30 1', false, 'usr_1', '2024-01-01T10:00Z', '2024-01-01T10:00Z'),
        ('cus_b', 'bob@example.com', 'Bob', 'Doe', 'Acme', null, false, 'usr_2', '2024-02-01T10:00Z', '2024-02-01T10:00Z'),
        ('cus_c', 'cid@example.org', 'Cid', 'Berg', '100% Bio', null, false, null, '2024-03-01T10:00Z', '2024-03-01T10:00Z'),
        ('cus_d', 'dee@example.org', 'Dee', null, 'A_B', null, true, null, '2024-04-01T10:00Z', '2024-04-01T10:00Z')`;
    await tx.$executeRaw`
      insert into customer_group (id, name, created_at) values
        ('grp_v', 'VIP', '2024-01-01T10:00Z'), ('grp_o', 'Old ones', '2023-01-01T10:00Z')`;
    await tx.$executeRaw`
      insert into customer_group_member (group_id, customer_id) values
        ('grp_v', 'cus_a'), ('grp_v', 'cus_b'), ('grp_o', 'cus_b'), ('grp_o', 'cus_c')`;
  });
});

const get = (query: string) => api.get(`/admin/customers?${encodeURI(query)}`);
const found = async (query: string) => {
  const answer = await get(query);
  expect(answer.status, answer.text).toBe(200);
  const names = answer.body.customers.map((row: Row) => row.first_name[0]).join("");
  expect(answer.body.count, query).toBe(names.length);
  return names;
};

describe("GET /admin/customers finds", () => {
  it.each([
    ["id=cus_a", "A"],
    ["id[]=cus_a,cus_c", "AC"],
    ["id=cus_a,cus_c", ""],
    ["id=cus_a&id=cus_d", "AD"],
    ["id[0]=cus_a&id[1]=cus_d", "AD"],
    ["id[$ne]=cus_a", "BCD"],
    ["id[$in][]=cus_a&id[$in][]=cus_b", "AB"],
    ["id[$nin][]=cus_a&id[$nin][]=cus_b", "CD"],
    ["id[$gt]=cus_b", "CD"],
    ["id[$gte]=cus_b&id[$lt]=cus_d", "BC"],
    ["email=ann@example.com", "A"],
    ["email=ANN@example.com", ""],
    ["email[]=ann@example.com&email[]=dee@example.org", "AD"],
    ["email[$eq]=ann@example.com", "A"],
    ["email[$like]=%@example.org", "CD"],
    ["email[$like]=%@EXAMPLE.org", ""],
    ["email[$ilike]=%@EXAMPLE.org", "CD"],
    ["email[$re]=^[ab].*com$", "AB"],
    ["email[$contains]=example.org", "CD"],
    ["company_name[$contains]=_", "D"],
    ["company_name[$contains]=%", "C"],
    ["last_name=Doe", "AB"],
    ["last_name=doe", ""],
    ["last_name=", ""],
    ["last_name[$ne]=Doe", "C"],
    ["first_name=Bob&last_name=Doe", "B"],
    ["company_name=Acme", "AB"],
    ["created_by=user_1", "A"],
    ["created_by[]=user_1&created_by[]=usr_2", "AB"],
    ["has_account=true", "D"],
    ["has_account=FALSE", "ABC"],
    ["q=doe ann", "A"],
    ["q=acme bob", "B"],
    ["q=%", "C"],
    ["q=49301", "A"],
    ["q=", "ABCD"],
    ["q=nobody", ""],
  ])("%s: %s", async (query, names) => {
    expect(await found(query)).toBe(names);
  });

  it.each([
    ["created_at[$gt]=2024-02-01T10:00:00Z", "CD"],
    ["created_at[$gte]=2024-02-01T10:00:00.000Z&created_at[$lt]=2024-04-01", "BC"],
    ["created_at[$lte]=2024-01-01T10:00:00Z", "A"],
    ["created_at=2024-01-01T10:00:00Z", "A"],
    ["created_at[]=2024-01-01T10:00:00Z&created_at[]=2024-03-01T10:00:00Z", "AC"],
    ["created_at[$eq]=2024-03-01T10:00:00Z", "C"],
    ["created_at[$ne]=2024-03-01T10:00:00Z", "ABD"],
    ["created_at[$in][]=2024-03-01T10:00:00Z", "C"],
    ["created_at[$nin][]=2024-03-01T10:00:00Z", "ABD"],
    ["created_at[$like]=2024-03%", "C"],
    ["created_at[$gt]=2024-01-15&created_at[$ne]=2024-03-01T10:00:00Z", "BD"],
    ["created_at.$gt=2024-03-15", "D"],
    ["updated_at[$gt]=2024-03-15", "D"],
    ["deleted_at[$gt]=2020-01-01", ""],
    ["with_deleted=true", "ABCD"],
  ])("%s: %s", async (query, names) => {
    expect(await found(query)).toBe(names);
  });

  it.each([
    ["groups=grp_v", "AB"],
    ["groups[]=grp_v", "AB"],
    ["groups[]=grp_v,grp_o", "ABC"],
    ["groups[0]=grp_v&groups[1]=grp_o", "ABC"],
    ["groups=nothing", ""],
    ["groups[id]=grp_v", "AB"],
    ["groups.id=grp_v", "AB"],
    ["groups[id][]=grp_v&groups[id][]=grp_o", "ABC"],
    ["groups[name]=Old ones", "BC"],
    ["groups[name][$ilike]=old%", "BC"],
    ["groups[created_at][$lt]=2023-06-01", "BC"],
    ["groups[created_at][$lt]=2023-06-01&groups[name]=VIP", ""],
    ["groups[$in][]=grp_o", "BC"],
    // #16872: a group can be excluded
    ["groups[$nin][]=grp_v", "CD"],
    ["groups[$ne]=grp_o", "AD"],
    ["groups[id][$ne]=grp_o", "AD"],
    ["groups[name][$nin][]=VIP&groups[name][$nin][]=Old ones", "D"],
    ["groups[name]=VIP&groups[id][$ne]=grp_v", ""],
  ])("%s: %s", async (query, names) => {
    expect(await found(query)).toBe(names);
  });

  it("does not show or trim the groups of rows because it filters by them", async () => {
    const [row] = (await get("groups=grp_v&id=cus_b")).body.customers;
    expect(row).not.toHaveProperty("groups");
    const [full] = (await get("groups=grp_v&id=cus_b&fields=*groups")).body.customers;
    expect(full.groups.map((group: { name: string }) => group.name)).toEqual(["Old ones", "VIP"]);
  });

  it.each([
    ["$or[0][email]=ann@example.com&$or[1][first_name]=Dee", "AD"],
    ["$and[0][last_name]=Doe&$and[1][first_name]=Bob", "B"],
    ["$or[0][last_name]=Doe&$or[1][groups]=grp_o", "ABC"],
    ["$or[0][last_name]=Doe&has_account=true", ""],
    [
      "$or[0][$and][0][last_name]=Doe&$or[0][$and][1][first_name]=Ann&$or[1][has_account]=true",
      "AD",
    ],
    ["$or[0][created_at][$lt]=2024-01-15&$or[1][created_at][$gt]=2024-03-15", "AD"],
    ["$or[0][groups][id][$in][0]=grp_o&$or[1][id]=cus_a", "ABC"],
    ["$or[0][q]=acme ann&$or[1][q]=dee", "AD"],
    ["$or[0][q]=100%", "C"],
    ["q=doe&$or[0][first_name]=Ann", "A"],
    ["$and[0][$or][0][$and][0][$or][0][first_name]=Ann", "A"],
  ])("%s: %s", async (query, names) => {
    expect(await found(query)).toBe(names);
  });

  it("one of 500 alternatives, and one of 4,000 ids", async () => {
    const or = Array.from({ length: 480 }, (_, n) => `$or[${n}][id]=none${n}`).join("&");
    expect(await found(`${or}&$or[480][id]=cus_c`)).toBe("C");
    const ids = Array.from({ length: 4_000 }, () => "id[]=none").join("&");
    expect(await found(`${ids}&id[]=cus_d`)).toBe("D");
  });
});

describe("GET /admin/customers refuses, where the reference answers everybody or 500", () => {
  it.each([
    ["created_at[gt]=2024-01-01", "Unrecognized fields: 'gt'"],
    ["created_at[$foo]=2024-01-01", "Unrecognized fields: '$foo'"],
    ["groups[foo]=1", "Unrecognized fields: 'foo'"],
    ["groups[id][foo]=1", "Unrecognized fields: 'foo'"],
    ["$or[0][foo]=1", "Unrecognized fields: 'foo'"],
    ["$or[0][created_at][gt]=2024", "Unrecognized fields: 'gt'"],
    ["foo=1&bar=2", "Unrecognized fields: 'foo, bar'"],
    ["expand=groups", "Unrecognized fields: 'expand'"],
    ["created_at=x", "Expected type: 'date' for field 'created_at', got: 'x'"],
    [
      "created_at[$gt]=2024-02-30",
      "Expected type: 'date' for field 'created_at, $gt', got: '2024-02-30'",
    ],
    ["created_at[$gt]=", "Expected type: 'date' for field 'created_at, $gt', got: ''"],
    ["$or=x", "Expected type: 'array' for field '$or', got: 'x'"],
    ["$or[email]=x", "Expected type: 'array' for field '$or', got: 'object'"],
    ["has_account=yes", "Invalid input"],
    ["limit=x", "Expected type: 'number' for field 'limit', got: 'x'"],
    ["limit=", "Expected type: 'number' for field 'limit', got: ''"],
    ["limit=-1", "Expected type: 'number' for field 'limit', got: '-1'"],
    ["offset=-1", "Expected type: 'number' for field 'offset', got: '-1'"],
    ["offset=99999999999", "Expected type: 'number' for field 'offset', got: '99999999999'"],
    ["order=", "Order field '' is not valid"],
    ["order=foo", "Order field 'foo' is not valid"],
    ["order=password_hash", "Order field 'password_hash' is not valid"],
    ["order=__proto__", "Order field '__proto__' is not valid"],
    ["__proto__[x]=1", "Unrecognized fields: '__proto__'"],
    ["fields[]=id", "Expected type: 'string' for field 'fields', got: 'array'"],
    ["q[]=a", "Expected type: 'string' for field 'q', got: 'array'"],
    ["email[$like]=a\\", "A pattern may not end with its escape character"],
  ])("%s → %s", async (query, message) => {
    const { status, body } = await get(query);
    expect([status, body]).toEqual([
      400,
      { type: "invalid_data", message: `Invalid request: ${message}` },
    ]);
  });

  it("what is no regular expression, in words; what no text can hold; too much; too deep", async () => {
    for (const query of [
      "email[$re]=(",
      "email[$re]=a{9999}",
      `email[$re]=${"a".repeat(201)}`,
      "email=%00",
      "groups[name]=%00",
      "$or[0][q]=%01",
      "q=%00",
      Array.from({ length: 501 }, (_, n) => `$or[${n}][id]=a`).join("&"),
      `${"$or[0]".repeat(1)}${"[$or][0]".repeat(6)}[id]=a`,
    ]) {
      const { status, body } = await api.get(`/admin/customers?${query}`);
      expect([status, body?.type], query.slice(0, 60)).toEqual([400, "invalid_data"]);
    }
  });

  it("a regular expression made to take forever is 400 after seconds, or done", async () => {
    await change(
      systemActor(),
      { kind: "test", label: "test" },
      ({ tx }) =>
        tx.$executeRaw`insert into customer (id, first_name, phone) values ('cus_long', 'Long', ${"ab".repeat(5_000)})`,
    );
    for (const pattern of [
      "^(a|b|ab)*(.*)(.*)(.*)\\1\\2\\3c$",
      "^((a+)+b?)+$",
      "(.*)(.*)(.*)(.*)(.*)[^ab]$",
    ]) {
      const started = Date.now();
      const { status } = await api.get(
        `/admin/customers?phone[$re]=${encodeURIComponent(pattern)}&fields=id`,
      );
      expect([200, 400]).toContain(status);
      expect(Date.now() - started).toBeLessThan(7_000);
    }
    await change(
      systemActor(),
      { kind: "test", label: "test" },
      ({ tx }) => tx.$executeRaw`delete from customer where id = 'cus_long'`,
    );
  }, 30_000);
});

describe("GET /admin/customers pages", () => {
  it.each([
    ["limit=2abc", 2, 0, "AB"],
    ["limit=1.5", 1, 0, "A"],
    ["limit=0", 0, 0, ""],
    ["limit=2&offset=1", 2, 1, "BC"],
    ["limit=999999999999", 1000, 0, "ABCD"],
    ["offset=4", 50, 4, ""],
    ["order=-id&limit=1", 1, 0, "D"],
    ["order=last_name", 50, 0, "CABD"],
    ["order=-created_at&limit=2", 2, 0, "DC"],
    ["order=created_by&limit=2", 2, 0, "AB"],
  ])("%s: limit %i, offset %i, %s", async (query, limit, offset, names) => {
    const { body } = await get(query);
    expect([body.count, body.limit, body.offset]).toEqual([4, limit, offset]);
    expect(body.customers.map((row: Row) => row.first_name[0]).join("")).toBe(names);
  });
});

describe("GET /admin/customer-groups", () => {
  const groups = async (query: string) => {
    const answer = await api.get(`/admin/customer-groups?${encodeURI(query)}`);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.count).toBe(answer.body.customer_groups.length);
    return answer.body.customer_groups.map((group: { name: string }) => group.name[0]).join("");
  };

  it.each([
    ["", "OV"],
    ["order=-name", "VO"],
    ["q=ones old", "O"],
    ["q=vip", "V"],
    ["id=grp_v", "V"],
    ["name=VIP", "V"],
    ["name[]=VIP&name[]=Old ones", "OV"],
    ["name[$re]=^O.*s$", "O"],
    ["customers=cus_a", "V"],
    ["customers[]=cus_b", "OV"],
    ["customers[id]=cus_c", "O"],
    ["customers[email]=ann@example.com", "V"],
    ["customers[last_name]=Berg", "O"],
    ["customers[$nin][]=cus_a", "O"],
    ["created_at[$lt]=2023-06-01", "O"],
    ["$or[0][name]=VIP&$or[1][customers]=cus_c", "OV"],
  ])("%s: %s", async (query, names) => {
    expect(await groups(query)).toBe(names);
  });

  it("pages by 50, echoes, and refuses what it does not know", async () => {
    const { body } = await api.get("/admin/customer-groups?offset=1");
    expect([body.count, body.limit, body.offset, body.customer_groups.length]).toEqual([
      2, 50, 1, 1,
    ]);
    for (const query of [
      "expand=customers",
      "customers[foo]=1",
      "created_at[gt]=2024",
      "order=foo",
      "limit=x",
      "name[$re]=(",
    ]) {
      const answer = await api.get(`/admin/customer-groups?${query}`);
      expect([answer.status, answer.body.type], query).toEqual([400, "invalid_data"]);
    }
  });
});
